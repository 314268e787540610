namespace QualityGovernance.Deployment.Engine;

/// <summary>What everything that this project makes on an engine carries. Only what carries it is ever removed.</summary>
public static class Labels
{
    public const string Project = "qgp.project";
    public const string ProjectName = "quality-governance";

    /// <summary>One of <see cref="Purposes"/>.</summary>
    public const string Purpose = "qgp.purpose";

    /// <summary>The run that made it.</summary>
    public const string Run = "qgp.run";

    /// <summary>The process that made it, so that the next one can tell an orphan from a run that is still alive.</summary>
    public const string OwnerPid = "qgp.owner-pid";

    /// <summary>One build of an image: two builds of the same sources have different ones.</summary>
    public const string BuildId = "qgp.build-id";

    /// <summary>Whether an image stands on an official base or on a stand-in.</summary>
    public const string BaseKind = "qgp.base-kind";

    /// <summary>Hash over everything that a base image was made from.</summary>
    public const string Inputs = "qgp.inputs";

    public const string Version = "org.opencontainers.image.version";
    public const string Revision = "org.opencontainers.image.revision";

    /// <summary>Set by compose itself, by either version of it.</summary>
    public const string ComposeProject = "com.docker.compose.project";
    public const string ComposeService = "com.docker.compose.service";
    public const string ComposeNetwork = "com.docker.compose.network";

    /// <summary>"True" on what <c>compose run</c> started.</summary>
    public const string ComposeOneOff = "com.docker.compose.oneoff";

    public static IReadOnlyDictionary<string, string> For(string purpose, string? run = null)
    {
        var labels = new Dictionary<string, string> { [Project] = ProjectName, [Purpose] = purpose };
        if (run is not null)
            labels[Run] = run;
        return labels;
    }
}
