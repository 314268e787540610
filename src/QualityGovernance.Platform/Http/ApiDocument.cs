using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Configuration;
using Scalar.AspNetCore;

namespace QualityGovernance.Platform.Http;

/// <summary>The OpenAPI document, and the page that shows it to people.</summary>
public static class ApiDocument
{
    public const string DocumentPath = "/openapi/v1.json";

    public const string PagePath = "/docs";

    internal static void AddApiDocument(this IServiceCollection services, QgpSettings settings) =>
        services.AddOpenApi("v1", options =>
        {
            options.CreateSchemaReferenceId = SchemaTransformer.ReferenceId;
            options.AddDocumentTransformer(new DocumentTransformer(settings));
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
}
