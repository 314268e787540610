using System.Text.Json;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Infrastructure.Steps;

/// <summary>The blueprint compiles without a warning, and something comes out.</summary>
internal sealed class CompileTemplateStep(BicepCompiler compiler, InfrastructureFiles files) : CompilerStep(compiler)
{
    public override string Name => "CompileTemplate";

    protected override async Task<IReadOnlyList<string>> ComplaintsAsync(StepContext context, BicepCompiler compiler, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("qgp-bicep-");
        try
        {
            var compiled = Path.Combine(folder.FullName, "main.json");
            var complaints = await compiler.RunAsync(NoVariables, cancellation, "build", files.Template, "--outfile", compiled, "--no-restore");
            if (complaints.Count == 0)
                context.Observe("resources", Resources(await File.ReadAllTextAsync(compiled, cancellation)));
            return complaints;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Modules are deployments with a template of their own inside.</summary>
    private static int Resources(string template)
    {
        using var document = JsonDocument.Parse(template);
        return Count(document.RootElement);

        static int Count(JsonElement template) => Entries(template.GetProperty("resources")).Sum(resource =>
            resource.TryGetProperty("properties", out var properties) && properties.TryGetProperty("template", out var inner) ? Count(inner)
            : resource.TryGetProperty("existing", out var existing) && existing.GetBoolean() ? 0
            : 1);

        static IEnumerable<JsonElement> Entries(JsonElement resources) => resources.ValueKind == JsonValueKind.Array
            ? resources.EnumerateArray()
            : resources.EnumerateObject().Select(property => property.Value);
    }
}
