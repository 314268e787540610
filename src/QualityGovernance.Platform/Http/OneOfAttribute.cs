using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>The name of an enum's member in a query; the handler reads it with <see cref="EnumNames.Read{T}"/>.</summary>
public sealed class OneOfAttribute<T> : MemberRuleAttribute
    where T : struct, Enum
{
    /// <summary>Blank text is as if nothing were given: forms send it.</summary>
    public bool OrBlank { get; init; }

    internal override void Check(FieldErrors errors, string field, object value)
    {
        if (!OrBlank || !string.IsNullOrWhiteSpace((string)value)) errors.Enum<T>(field, (string)value);
    }

    internal override void Describe(OpenApiSchema schema) => schema.Enum = [.. EnumNames.All<T>().Select(name => (JsonNode)JsonValue.Create(name))];
}
