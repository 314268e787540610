using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Scanning.Bills;

namespace QualityGovernance.EndToEnd.Tests.Runbook;

/// <summary>The answers of scanners that have data and find nothing, and of the tool that lists packages. Everything else is asked of this machine.</summary>
/// <param name="machine">Runs programs.</param>
internal sealed class ScriptedScanners(ICommandRunner machine) : HttpMessageHandler, ICommandRunner
{
    public const string Trivy = "/usr/bin/trivy";

    private const string Source = "https://feed.example.org/v3/index.json";

    public Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return (command.Program, command.Arguments) switch
        {
            (Trivy, ["--version", ..]) => Say(new JsonObject { ["Version"] = "0.69.1", ["VulnerabilityDB"] = new JsonObject { ["UpdatedAt"] = Now } }.ToJsonString()),
            (Trivy, _) => Say("""{"SchemaVersion":2}"""),
            ("dotnet", ["list", ..]) => Say($$"""{ "version": 1, "sources": [ "{{Source}}" ], "projects": [ { "path": "/src/QualityGovernance.Migrations.csproj" } ] }"""),
            ("dotnet", ["tool", "restore"] or ["restore", ..]) => Say(""),
            ("dotnet", ["tool", "run", ..] list) => List(list[list.ToList().IndexOf("--output") + 1]),
            _ => machine.RunAsync(command, onLine, cancellation),
        };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
    {
        Content = new StringContent(request.RequestUri!.AbsoluteUri == Source
            ? """{"version":"3.0.0","resources":[{"@id":"https://feed.example.org/v3/data.json","@type":"VulnerabilityInfo/6.7.0"}]}"""
            : new JsonArray(new JsonObject { ["@name"] = "base", ["@updated"] = Now }).ToJsonString()),
    });

    private static string Now => TimeProvider.System.GetUtcNow().ToString("O");

    /// <summary>The packages that this checkout has locked for both programs of the image.</summary>
    private static Task<CommandResult> List(string folder)
    {
        var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "src", "QualityGovernance.Migrations", "packages.lock.json"))).RootElement.GetProperty("dependencies");
        var packages = locked.EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject()).Where(package => package.Value.TryGetProperty("resolved", out _));
        var purls = packages.Select(package => CycloneDx.NuGet(package.Name, package.Value.GetProperty("resolved").GetString()!)).Distinct();
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "bom.json"), new JsonObject { ["components"] = new JsonArray([.. purls.Select(purl => new JsonObject { ["purl"] = purl })]) }.ToJsonString());
        return Say("");
    }

    private static Task<CommandResult> Say(string answer) => Task.FromResult(new CommandResult(0, answer, "", TimeSpan.Zero));
}
