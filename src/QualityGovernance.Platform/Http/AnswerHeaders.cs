using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>Says which headers come with an answer. Which ones show a resource, and so have its entity tag, follows from what is read where.</summary>
internal sealed class AnswerHeaders : IOpenApiDocumentTransformer
{
    private const string EntityTag = "ETag";
    private const string Location = "Location";
    private const string RetryAfter = "Retry-After";
    private const string Challenge = "WWW-Authenticate";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            [EntityTag] = Header("The state that the answer shows: for If-Match and If-None-Match."),
            [Location] = Header("Where what was created can be read."),
            [RetryAfter] = Header("How many seconds to wait.", JsonSchemaType.Integer),
            [Challenge] = Header("The scheme that is accepted: Bearer."),
        };
        var tagged = document.Paths
            .Where(path => path.Value.Operations?.TryGetValue(HttpMethod.Get, out var read) == true && read.Responses?.ContainsKey("304") == true)
            .ToLookup(path => Resources.Address(path.Key), path => Shown(path.Value.Operations![HttpMethod.Get], "200"), StringComparer.Ordinal);
        var read = tagged.SelectMany(shown => shown).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, item) in document.Paths)
            foreach (var (method, operation) in item.Operations ?? [])
                foreach (var (status, answer) in operation.Responses ?? [])
                    foreach (var name in Of(status, method, operation, tagged[Resources.Address(path)], read)) Add((OpenApiResponse)answer, name, document);
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Of(string status, HttpMethod method, OpenApiOperation operation, IEnumerable<string?> here, HashSet<string?> read)
    {
        switch (status)
        {
            case "200" when method == HttpMethod.Get ? operation.Responses!.ContainsKey("304") : method != HttpMethod.Post && here.Contains(Shown(operation, status)):
            case "304":
                yield return EntityTag;
                break;
            case "201":
                yield return Location;
                if (read.Contains(Shown(operation, status))) yield return EntityTag;
                break;
            case "401":
                yield return Challenge;
                break;
            case "429":
                yield return RetryAfter;
                break;
        }
    }

    /// <summary>The name of the schema that the answer has; null for none.</summary>
    private static string? Shown(OpenApiOperation operation, string status) =>
        operation.Responses!.TryGetValue(status, out var answer) && answer.Content?.Values.FirstOrDefault()?.Schema is OpenApiSchemaReference schema ? schema.Reference.Id : null;

    private static void Add(OpenApiResponse answer, string name, OpenApiDocument document)
    {
        answer.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        answer.Headers[name] = new OpenApiHeaderReference(name, document);
    }

    private static OpenApiHeader Header(string description, JsonSchemaType type = JsonSchemaType.String) =>
        new() { Description = description, Required = true, Schema = new OpenApiSchema { Type = type } };
}
