namespace QualityGovernance.Deployment.Engine;

/// <summary>Packages of a Debian or Ubuntu, over apt.</summary>
public sealed class AptPackages(ICommandRunner runner, Action<string> say, Action<string>? detail = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>No questions: there is nobody to answer them.</summary>
    private static readonly Dictionary<string, string?> Quiet = new() { ["DEBIAN_FRONTEND"] = "noninteractive" };

    /// <summary>Fetches the lists of packages. One unreachable source among several is told and does not stop the others.</summary>
    public async Task UpdateAsync(CancellationToken cancellation = default)
    {
        var result = await runner.RunAsync(Apt("update", "--quiet"), detail, cancellation);
        if (!result.Succeeded)
            say($"apt-get update ended with exit code {result.ExitCode}; going on with the lists that are there. {result.LastWords(2)}");
    }

    /// <returns>The first of these names that can be installed here: releases differ in theirs.</returns>
    public async Task<string> FirstAvailableAsync(IReadOnlyList<string> names, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (var name in names)
        {
            var policy = await runner.RunAsync(Command.Of("apt-cache", "policy", name) with { Environment = English }, cancellation: cancellation);
            if (policy.Output.Contains("Candidate:", StringComparison.Ordinal) && !policy.Output.Contains("Candidate: (none)", StringComparison.Ordinal))
                return name;
        }

        throw new ProvisioningRefusedException(
            $"None of the packages {string.Join(", ", names)} can be had from the package sources of this machine.", "apt-get update && apt-cache policy " + names[0]);
    }

    public Task InstallAsync(IReadOnlyList<string> packages, CancellationToken cancellation = default) =>
        runner.CheckedAsync(Apt(["install", "--yes", "--quiet", "--no-install-recommends", .. packages]), detail, cancellation);

    private static Dictionary<string, string?> English => new() { ["LC_ALL"] = "C" };

    /// <summary>Another apt may be at work, as on a machine that was just started: it is waited for.</summary>
    private static Command Apt(params string[] arguments) =>
        new("apt-get", ["-o", "DPkg::Lock::Timeout=120", .. arguments]) { Environment = Quiet, Timeout = Patience };
}
