namespace QualityGovernance.Deployment.Stacks;

/// <summary>The services of the compose file.</summary>
public static class StackServices
{
    public const string Postgres = "postgres";
    public const string Migrate = "migrate";
    public const string App = "app";

    /// <summary>In the order in which they start.</summary>
    public static readonly IReadOnlyList<string> All = [Postgres, Migrate, App];
}
