using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>
/// Says of what is answered that all of it is there. The framework says of a member only whether it must be sent, which for what nobody sends is beside the point:
/// members that a record inherits, computes or has a default for would look as if they could be left out.
/// </summary>
internal sealed class AnswerSchemas : IOpenApiDocumentTransformer
{
    private const string AlwaysWritten = "x-qgp-always-written";

    /// <summary>Notes on the schema of an object which of its members are written whatever they hold. Only this transformer sees the note.</summary>
    public static void Note(OpenApiSchema schema, IEnumerable<string> members)
    {
        schema.Metadata ??= new Dictionary<string, object>(StringComparer.Ordinal);
        schema.Metadata[AlwaysWritten] = members.ToList();
    }

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        // What is sent as well has members that may be left out then.
        foreach (var schema in DocumentSchemas.Answered(document).Except(DocumentSchemas.Sent(document)))
            if (schema.Metadata?.TryGetValue(AlwaysWritten, out var members) == true) schema.Required = ((List<string>)members).ToHashSet(StringComparer.Ordinal);
        return Task.CompletedTask;
    }
}
