using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>Null is refused; so is leaving the member out, unless it is an <see cref="Optional{T}"/>.</summary>
public sealed class RequiredAttribute : MemberRuleAttribute
{
    internal override void Check(FieldErrors errors, string field, object value)
    {
        // What is here is not null.
    }

    internal override void Describe(OpenApiSchema schema) => Nullability.Refuse(schema);
}
