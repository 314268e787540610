using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Scanning.Bills;

/// <summary>The document of the application: both programs of the image, by the tool that .config/dotnet-tools.json pins.</summary>
internal sealed class ApplicationBill(ICommandRunner runner, BillOptions options)
{
    public const string Tool = "CycloneDX for .NET";

    /// <summary>Refers to the service, so that its packages are those of both programs.</summary>
    private const string Project = "src/QualityGovernance.Migrations/QualityGovernance.Migrations.csproj";

    private const string FileName = "bom.json";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <param name="folder">For the tool; removed afterwards.</param>
    /// <param name="cancellation">Stops the tool.</param>
    /// <returns>The document, or why the tool cannot be had here.</returns>
    /// <exception cref="StepFailedException">The tool was there, and made no document.</exception>
    public async Task<(JsonObject? Document, string ToolVersion, string? Problem)> MakeAsync(string folder, CancellationToken cancellation)
    {
        var had = await RunAsync(["tool", "restore"], cancellation);
        if (!had.Succeeded)
            return (null, "unknown", $"What the application is made of was not found out: {Tool} cannot be had here. {had.LastWords(1)} dotnet tool restore has to work first.");
        await CheckedAsync(["restore", Project, "--locked-mode"], cancellation);
        try
        {
            await CheckedAsync(
                [
                    "tool", "run", "dotnet-CycloneDX", "--", Project, "--output", folder, "--filename", FileName, "--output-format", "UnsafeJson", "--spec-version", CycloneDx.SpecVersion,
                    "--disable-package-restore", "--recursive", "--no-serial-number", "--base-intermediate-output-path", Path.Combine(options.Root, "artifacts"), "--set-name", "quality-governance",
                ],
                cancellation);
            var document = Read(await File.ReadAllTextAsync(Path.Combine(folder, FileName), cancellation));
            return (document, VersionIn(document), null);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Without its time, which the tool does not leave out: the same packages give the same bytes.</summary>
    private static JsonObject Read(string json)
    {
        try
        {
            var document = JsonNode.Parse(json)!.AsObject();
            (document["metadata"] as JsonObject)?.Remove("timestamp");
            return CycloneDx.PackagesIn(document).Count > 0 ? document : throw new StepFailedException($"{Tool} has made a document without a package.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new StepFailedException($"What {Tool} has made is no document: {e.Message}", inner: e);
        }
    }

    private static string VersionIn(JsonObject document) => $"{document["metadata"]?["tools"]?["components"]?[0]?["version"] ?? "unknown"}";

    private Task<CommandResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        runner.RunAsync(new Command("dotnet", arguments) { WorkingDirectory = options.Root, Timeout = Patience }, cancellation: cancellation);

    private async Task CheckedAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var result = await RunAsync(arguments, cancellation);
        if (!result.Succeeded)
            throw new StepFailedException($"dotnet {string.Join(' ', arguments.Take(3))} ended with exit code {result.ExitCode}: {result.LastWords(1)}");
    }
}
