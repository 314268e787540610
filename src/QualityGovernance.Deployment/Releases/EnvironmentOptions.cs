namespace QualityGovernance.Deployment.Releases;

/// <summary>Where everything about environments is.</summary>
/// <param name="Root">The checkout: descriptions, stack file, proxy.</param>
/// <param name="State">Leases and histories, one folder for each environment. Shared by everybody who changes them.</param>
/// <param name="Releases">What was published.</param>
/// <param name="Backups">Of all environments.</param>
/// <param name="DrillHistory">The file that drills write their results into.</param>
/// <param name="RunsFolder">Where runs are recorded.</param>
public sealed record EnvironmentOptions(string Root, string State, string Releases, string Backups, string DrillHistory, string RunsFolder)
{
    /// <summary>Where acceptance packs are kept: beside the runs, unless somebody names another place.</summary>
    public string Evidence { get; init; } = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(RunsFolder))!, "evidence");

    /// <summary>Where the state of environments is kept, unless somebody names another place: never in a checkout, which comes and goes.</summary>
    public static string DefaultState => Environment.IsPrivilegedProcess && OperatingSystem.IsLinux()
        ? "/var/lib/quality-governance/environments"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "quality-governance", "environments");
}
