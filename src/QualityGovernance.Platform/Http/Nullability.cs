using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>Where null may stand. The framework makes schemas out of types, and one schema stands in several places of which some take null.</summary>
internal sealed class Nullability : IOpenApiDocumentTransformer
{
    /// <summary>Of a schema that refers to another, the framework notes here that null is fine too.</summary>
    private const string NullableNote = "x-is-nullable-property";

    /// <summary>Null may not stand where the schema does.</summary>
    public static void Refuse(OpenApiSchema schema)
    {
        if (schema.Type is { } type && type != JsonSchemaType.Null) schema.Type = type & ~JsonSchemaType.Null;
        schema.Metadata?.Remove(NullableNote);
    }

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        // An address and a header have no way to say null; where a name may stand for null as well, that is said in its place.
        foreach (var schema in DocumentSchemas.Parameters(document).Concat(DocumentSchemas.Named(document))) Refuse(schema);
        foreach (var schema in DocumentSchemas.Sent(document).Concat(DocumentSchemas.Answered(document))) Allow(schema);
        RemoveUnused(document);
        return Task.CompletedTask;
    }

    /// <summary>Null in the form that JSON Schema has for it: a closed set takes it only as a member, and of several schemas exactly one may take it.</summary>
    private static void Allow(OpenApiSchema schema)
    {
        if (schema.Type?.HasFlag(JsonSchemaType.Null) == true && schema.Enum is { Count: > 0 } names && !names.Contains(JsonNullSentinel.JsonNull)) names.Add(JsonNullSentinel.JsonNull);
        if (schema.OneOf is { Count: > 0 } choices && choices.Any(choice => choice is { Type: null, Properties: null, Enum: null, OneOf: null, AnyOf: null, AllOf: null })) schema.OneOf = null;
    }

    /// <summary>What is free of any rule needs no name to refer to.</summary>
    private static void RemoveUnused(OpenApiDocument document)
    {
        if (document.Components?.Schemas is not { } named) return;
        var used = DocumentSchemas.Sent(document).Concat(DocumentSchemas.Answered(document)).Concat(DocumentSchemas.Parameters(document)).ToHashSet();
        foreach (var name in named.Where(pair => pair.Value is OpenApiSchema own && !used.Contains(own)).Select(pair => pair.Key).ToList()) named.Remove(name);
    }
}
