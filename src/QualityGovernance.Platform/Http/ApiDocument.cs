using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using QualityGovernance.Platform.Configuration;
using Scalar.AspNetCore;

namespace QualityGovernance.Platform.Http;

/// <summary>The OpenAPI document, and the page that shows it to people.</summary>
public static class ApiDocument
{
    public const string DocumentPath = "/openapi/v1.json";

    public const string PagePath = "/docs";

    private const string Name = "v1";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void AddApiDocument(this IServiceCollection services, QgpSettings settings) =>
        services.AddOpenApi(Name, options =>
        {
            options.CreateSchemaReferenceId = SchemaTransformer.ReferenceId;
            options.AddDocumentTransformer(new DocumentTransformer(settings));
            options.AddDocumentTransformer(new AnswerSchemas());
            options.AddDocumentTransformer(new Nullability());
            options.AddDocumentTransformer(new AnswerHeaders());
            options.AddOperationTransformer(new OperationTransformer());
            options.AddSchemaTransformer(new SchemaTransformer());
        });

    /// <summary>The document everywhere; the page outside production only.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder routes, QgpSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        if (settings.Environment == AppEnvironment.Production)
            return;

        routes.MapScalarApiReference(PagePath, options =>
        {
            options.Title = settings.AppName;
            options.OpenApiRoutePattern = DocumentPath;
            // The page asks no other host for anything, neither fonts nor statistics.
            options.DefaultFonts = false;
            options.Telemetry = false;
        }).AllowAnonymous();
    }

    /// <summary>
    /// The document as it is kept beside the source: the same text for the same operations, whatever they are called in, whichever release this is, and in
    /// whatever order they were mapped.
    /// </summary>
    public static async Task<string> TextAsync(IServiceProvider services, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(cancellation);
        document.Info.Title = SettingsTable.AppName.Default;
        document.Info.Version = Name;
        var json = JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation))!.AsObject();
        Sort(json, "paths");
        foreach (var part in json["components"]!.AsObject().Select(part => part.Key).ToList()) Sort(json["components"]!.AsObject(), part);
        return json.ToJsonString(Written).ReplaceLineEndings("\n") + "\n";
    }

    private static void Sort(JsonObject parent, string name)
    {
        var members = parent[name]!.AsObject().OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()));
        parent[name] = new JsonObject(members.ToList());
    }
}
