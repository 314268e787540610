using System.Text.Json;
using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>Free JSON that is an object, with whatever members.</summary>
public sealed class JsonObjectAttribute : MemberRuleAttribute
{
    internal override void Check(FieldErrors errors, string field, object value) =>
        errors.Require(((JsonElement)value).ValueKind is JsonValueKind.Object or JsonValueKind.Null, field, "This must be a JSON object.");

    internal override void Describe(OpenApiSchema schema) => schema.Type = JsonSchemaType.Object | JsonSchemaType.Null;
}
