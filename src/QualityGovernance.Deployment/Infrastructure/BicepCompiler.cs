using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Infrastructure;

/// <summary>The Bicep compiler out of the package cache. It is told to fetch nothing, so that the check needs no network.</summary>
/// <param name="runner">Runs it.</param>
/// <param name="files">The blueprint.</param>
/// <param name="platform">Of this machine, for example linux-x64.</param>
internal sealed partial class BicepCompiler(ICommandRunner runner, InfrastructureFiles files, string platform)
{
    public const string Package = "Azure.Bicep.CommandLine.linux-x64";

    private const string Platform = "linux-x64";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private string? program;

    /// <summary>Why there is none; null where there is one, or where nobody has looked yet.</summary>
    public string? Missing { get; private set; }

    /// <summary>Looks for it, and asks the package feed for it where the cache has none.</summary>
    /// <returns>What it says its version is, or null: then <see cref="Missing"/> says why.</returns>
    public async Task<string?> FindAsync(CancellationToken cancellation)
    {
        if (platform != Platform)
            return Miss($"The Bicep compiler is a program for {Platform}, and this machine is {platform}. Run the check on a machine that is.");
        var version = VersionPattern().Match(await File.ReadAllTextAsync(files.Versions, cancellation)).Groups["version"].Value;
        var path = Path.Combine(Cache, Package.ToLowerInvariant(), version, "tools", "bicep");
        if (!File.Exists(path))
        {
            var restored = await runner.RunAsync(Command.Of("dotnet", "restore", files.CompilerProject) with { Timeout = Patience }, cancellation: cancellation);
            if (!File.Exists(path))
                return Miss($"The package feed does not serve {Package} {version}: {restored.LastWords(1)}");
        }

        program = path;
        return (await runner.CheckedAsync(Command.Of(path, "--version") with { Timeout = Patience }, cancellation: cancellation)).Output.Trim();
    }

    /// <summary>Runs it and reads its complaints; a warning is one.</summary>
    /// <returns>One line for each complaint; empty where it has none.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyDictionary<string, string?> environment, CancellationToken cancellation, params string[] arguments)
    {
        var command = new Command(program ?? throw new InvalidOperationException("Nobody has looked for the compiler."), arguments)
        {
            WorkingDirectory = files.Folder,
            Environment = environment,
            Timeout = Patience,
        };
        var result = await runner.RunAsync(command, cancellation: cancellation);
        var complaints = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Replace(files.Folder + Path.DirectorySeparatorChar, "")).Distinct().ToList();
        if (!result.Succeeded && complaints.Count == 0)
            complaints.Add($"The compiler ended with exit code {result.ExitCode} and said: {result.LastWords(1)}");
        return complaints;
    }

    private static string Cache => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
        ? given
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private string? Miss(string reason)
    {
        Missing = reason;
        return null;
    }

    [GeneratedRegex("<BicepVersion>(?<version>[^<]+)</BicepVersion>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionPattern();
}
