using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Platform.Http;

/// <summary>Says of each operation what the framework cannot see: paging, the token it needs, the form of its errors.</summary>
internal sealed class OperationTransformer : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<PagingMetadata>().FirstOrDefault() is { } paging)
            AddPaging(operation, paging);

        if (metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security ??= [];
            operation.Security.Add(new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(DocumentTransformer.Bearer, context.Document)] = [],
            });
        }

        operation.Responses ??= [];
        foreach (var (status, description) in Refusals(operation, metadata)) operation.Responses.TryAdd(status, Error(description, context));
        if (operation.RequestBody is not null || operation.Parameters is { Count: > 0 })
            operation.Responses.TryAdd("422", Error("The request is not valid", context));
        if (metadata.OfType<ModuleMetadata>().Any())
            ModuleOperation.Describe(operation, context.Description.HttpMethod, metadata, (status, description) => operation.Responses.TryAdd(status, Error(description, context)));
        foreach (var note in metadata.OfType<AnswerNote>().OrderBy(note => note.Reason, StringComparer.Ordinal))
        {
            var status = note.Status.ToString(CultureInfo.InvariantCulture);
            if (operation.Responses.TryGetValue(status, out var answer)) answer.Description += $", or {note.Reason}";
            else throw new InvalidOperationException($"{operation.OperationId} has no answer {status} that {nameof(AnswerNotes.AlsoAnswers)} could speak of.");
        }

        operation.Responses.TryAdd("default", Error("Any error", context));
        return Task.CompletedTask;
    }

    /// <summary>What the pipeline answers before a handler is asked, or any handler that looks something up.</summary>
    private static IEnumerable<(string Status, string Description)> Refusals(OpenApiOperation operation, IList<object> metadata)
    {
        var isOpen = metadata.OfType<IAllowAnonymous>().Any();
        // Open operations of a module are those that find out who calls.
        if (!isOpen || metadata.OfType<ModuleMetadata>().Any())
        {
            yield return ("401", "The caller is not known");
            yield return ("403", metadata.OfType<Permission>().FirstOrDefault() is { } permission ? $"The caller lacks the permission {permission.Name}" : "The account is disabled, or may not do this");
        }

        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true) yield return ("404", "There is no such record");
        if (operation.RequestBody is null) yield break;
        yield return ("400", "The body is not well-formed JSON");
        yield return ("415", "The body is not sent as JSON");
    }

    private static OpenApiResponse Error(string description, OpenApiOperationTransformerContext context) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [ApiProblem.ContentType] = new() { Schema = new OpenApiSchemaReference(DocumentTransformer.Problem, context.Document) },
        },
    };

    private static void AddPaging(OpenApiOperation operation, PagingMetadata paging)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(Number("page", "From 1.", otherwise: 1, most: null));
        operation.Parameters.Add(Number("page_size", "Entries per page.", paging.DefaultSize, PageRequest.LargestSize));
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "after",
            In = ParameterLocation.Query,
            Description = "In place of page: next_after of the page before. Costs the same at any depth.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = CursorSeal.LongestText },
        });
    }

    private static OpenApiParameter Number(string name, string description, int otherwise, int? most) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = description,
        Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = "1",
            Maximum = most?.ToString(CultureInfo.InvariantCulture),
            Default = JsonValue.Create(otherwise),
        },
    };
}
