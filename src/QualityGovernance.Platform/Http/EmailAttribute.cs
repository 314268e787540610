using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>One address, without a display name, as <c>name@host</c>.</summary>
/// <param name="max">In characters.</param>
public sealed class EmailAttribute(int max) : MemberRuleAttribute
{
    public int Max => max;

    internal override void Check(FieldErrors errors, string field, object value) => errors.Email(field, (string)value, max);

    internal override void Describe(OpenApiSchema schema)
    {
        schema.MaxLength = max;
        schema.Format = "email";
    }
}
