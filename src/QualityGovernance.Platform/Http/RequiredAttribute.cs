using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>Null is refused; so is leaving the member out, unless it is an <see cref="Optional{T}"/>.</summary>
public sealed class RequiredAttribute : MemberRuleAttribute
{
    /// <summary>Of a schema that refers to another, the framework notes here that null is fine too.</summary>
    private const string NullableNote = "x-is-nullable-property";

    internal override void Check(FieldErrors errors, string field, object value)
    {
        // What is here is not null.
    }

    internal override void Describe(OpenApiSchema schema)
    {
        if (schema.Type is { } type && type != JsonSchemaType.Null) schema.Type = type & ~JsonSchemaType.Null;
        schema.Metadata?.Remove(NullableNote);
    }
}
