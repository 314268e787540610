namespace QualityGovernance.Deployment.Engine;

/// <summary>The values of <see cref="Labels.Purpose"/>.</summary>
public static class Purposes
{
    public const string Base = "base";

    /// <summary>What a build leaves behind beside its result.</summary>
    public const string BuildStage = "build-stage";

    /// <summary>Tools and scratch databases of backups, comparisons and restores.</summary>
    public const string Database = "database";

    /// <summary>What answers questions for a document.</summary>
    public const string Document = "document";

    public const string Drill = "drill";
    /// <summary>Staging, production: what serves people.</summary>
    public const string Environment = "environment";

    public const string Image = "image";
    /// <summary>What answers for a sandbox whose application is stopped.</summary>
    public const string Maintenance = "maintenance";

    public const string Rehearsal = "rehearsal";
    public const string Sandbox = "sandbox";
    public const string Test = "test";
}
