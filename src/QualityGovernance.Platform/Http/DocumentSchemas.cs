using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>The schemas of a finished document by where they stand, with all that they refer to and are made of.</summary>
internal static class DocumentSchemas
{
    public static HashSet<OpenApiSchema> Sent(OpenApiDocument document) => Reached(Operations(document).SelectMany(operation => Of(operation.RequestBody?.Content)));

    public static HashSet<OpenApiSchema> Answered(OpenApiDocument document) =>
        Reached(Operations(document).SelectMany(operation => operation.Responses ?? []).SelectMany(answer => Of(answer.Value.Content)));

    /// <summary>In addresses and headers.</summary>
    public static HashSet<OpenApiSchema> Parameters(OpenApiDocument document) =>
        Reached(Operations(document).SelectMany(operation => operation.Parameters ?? []).Select(parameter => parameter.Schema).OfType<IOpenApiSchema>());

    /// <summary>Those that have a name, which stands for them wherever they are meant.</summary>
    public static HashSet<OpenApiSchema> Named(OpenApiDocument document) => (document.Components?.Schemas?.Values ?? []).Select(Own).OfType<OpenApiSchema>().ToHashSet();

    private static IEnumerable<OpenApiOperation> Operations(OpenApiDocument document) => document.Paths.SelectMany(path => path.Value.Operations ?? []).Select(operation => operation.Value);

    private static IEnumerable<IOpenApiSchema> Of(IDictionary<string, OpenApiMediaType>? content) => (content?.Values ?? []).Select(media => media.Schema).OfType<IOpenApiSchema>();

    private static HashSet<OpenApiSchema> Reached(IEnumerable<IOpenApiSchema> from)
    {
        var reached = new HashSet<OpenApiSchema>();
        var ahead = new Stack<IOpenApiSchema>(from);
        while (ahead.TryPop(out var next))
        {
            if (Own(next) is not { } schema || !reached.Add(schema)) continue;
            foreach (var part in Parts(schema)) ahead.Push(part);
        }

        return reached;
    }

    private static OpenApiSchema? Own(IOpenApiSchema schema) => schema is OpenApiSchemaReference reference ? reference.RecursiveTarget : schema as OpenApiSchema;

    private static IEnumerable<IOpenApiSchema> Parts(OpenApiSchema schema) => new[] { schema.Items, schema.AdditionalProperties }.OfType<IOpenApiSchema>()
        .Concat(schema.Properties?.Values ?? []).Concat(schema.OneOf ?? []).Concat(schema.AnyOf ?? []).Concat(schema.AllOf ?? []);
}
