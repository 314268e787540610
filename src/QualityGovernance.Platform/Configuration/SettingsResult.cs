namespace QualityGovernance.Platform.Configuration;

/// <summary>Either checked settings, or everything that is wrong with what was given.</summary>
/// <param name="Settings">Null when there is any problem.</param>
/// <param name="Problems">One sentence each: the variable and the remedy, never the value.</param>
public sealed record SettingsResult(QgpSettings? Settings, IReadOnlyList<string> Problems)
{
    /// <summary>The exit code for a refused configuration (EX_CONFIG of sysexits.h).</summary>
    public const int RefusedExitCode = 78;
}
