using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Observability;

namespace QualityGovernance.Platform.Http;

/// <summary>Title, version, how callers authenticate, and what an error looks like.</summary>
internal sealed class DocumentTransformer(QgpSettings settings) : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";
    public const string Problem = "Problem";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = settings.AppName,
            Version = context.ApplicationServices.GetRequiredService<BuildInfo>().Version,
            Description = "Policies, incidents, complaints, risks, audits and standards of an organisation.",
        };
        // The address the document was asked for under is the caller's business.
        document.Servers = [];
        document.AddComponent(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "The access token from POST /api/v1/auth/login.",
        });
        document.AddComponent(Problem, ProblemSchema());
        return Task.CompletedTask;
    }

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Problem details (RFC 9457) that also carry the service's own envelope.",
        Required = new HashSet<string>(StringComparer.Ordinal) { "status", "title", "error_code", "message", "details", "request_id" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text("about:blank"),
            ["title"] = Text("The reason phrase of the status."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = Text("The same as message."),
            ["instance"] = Text("The path of the request."),
            ["error_code"] = Text("The status as text."),
            ["message"] = Text("What went wrong, and what to do."),
            ["details"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "For 422: errors, a list of field and message.",
            },
            ["request_id"] = Text("Also in the X-Request-ID header, the log and the audit trail."),
        },
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
