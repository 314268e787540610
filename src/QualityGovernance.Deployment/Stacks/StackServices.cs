namespace QualityGovernance.Deployment.Stacks;

/// <summary>The services of the compose file.</summary>
public static class StackServices
{
    public const string Postgres = "postgres";
    public const string Migrate = "migrate";
    public const string App = "app";

    /// <summary>Of the profile of the same name: there where somebody asked for it.</summary>
    public const string Backup = "backup";

    /// <summary>In the order in which they start.</summary>
    public static readonly IReadOnlyList<string> All = [Postgres, Migrate, App];

    public static readonly IReadOnlyList<string> WithProfiles = [.. All, Backup];
}
