using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Scanning.Dependencies;

/// <summary>No package with a known vulnerability, direct or not, in any project. Without a database that knows vulnerabilities it cannot tell, and says so.</summary>
internal sealed class ScanDependenciesStep(ICommandRunner runner, ScanOptions options, VulnerabilityData data, ScanConclusion conclusion, TimeProvider time) : IStep
{
    public string Name => "ScanDependencies";

    public TimeSpan Deadline => TimeSpan.FromMinutes(10);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var version = await runner.CheckedAsync(Command.Of("dotnet", "--version") with { WorkingDirectory = options.Root }, cancellation: cancellation);
        var vulnerable = await ListAsync("--vulnerable", cancellation);
        var (updated, reasons) = await data.FindAsync(vulnerable.Sources, cancellation);
        ScanConclusion.Tell(context, "dotnet list package", version.Output.Trim(), updated is { } when ? DataAge.Of(when, time) : "unknown: no database");
        context.Observe("projects", vulnerable.Projects);
        var deprecated = await ListAsync("--deprecated", cancellation);
        foreach (var reason in reasons)
            context.Log(reason);
        // What was found is true whatever else is not known.
        conclusion.Conclude(context, [.. vulnerable.Findings, .. deprecated.Findings]);
        if (vulnerable.Problems.Concat(deprecated.Problems).FirstOrDefault() is { } problem)
            context.CannotTell($"Not every project could be looked at: {problem}");
        else if (vulnerable.Projects == 0)
            context.CannotTell("No project was looked at.");
        else if (updated is null)
            context.CannotTell($"Whether a package has a known vulnerability is not known here. {string.Join(" ", reasons)} Scan again where a package source has one.");
        else if (DataAge.IsTooOld(updated.Value, time))
            context.CannotTell($"The vulnerability database is {DataAge.Of(updated.Value, time)} old: what became known since is not known here.");
    }

    private async Task<NuGetAnswer> ListAsync(string what, CancellationToken cancellation)
    {
        var solution = Directory.EnumerateFiles(options.Root, "*.sln").Order(StringComparer.Ordinal).First();
        var listed = await runner.RunAsync(
            Command.Of("dotnet", "list", solution, "package", what, "--include-transitive", "--format", "json") with { WorkingDirectory = options.Root, Timeout = TimeSpan.FromMinutes(5) }, cancellation: cancellation);
        return listed.Output.Contains('{', StringComparison.Ordinal) ? NuGetAnswer.Parse(listed.Output)
            : throw new StepFailedException($"dotnet list package {what} ended with exit code {listed.ExitCode}: {listed.LastWords(1)}", nextCommand: "dotnet restore");
    }
}
