using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>The name of a release: v and a semantic version (semver.org, 2.0.0), without build metadata, which image tags cannot hold.</summary>
public sealed partial record ReleaseTag
{
    private ReleaseTag(string name) => Name = name;

    public string Name { get; }

    /// <summary>Without the v.</summary>
    public string Version => Name[1..];

    /// <exception cref="DeploymentException">It is none.</exception>
    public static ReleaseTag Parse(string? text) => TryParse(text)
        ?? throw new DeploymentException($"\"{text}\" is no release: a release is called v and a semantic version, for example v1.0.0 or v1.1.0-rc.1.", "./build.sh Publish --tag v1.0.0");

    /// <returns>Null where the text is none.</returns>
    public static ReleaseTag? TryParse(string? text) => text is not null && SemanticVersion().IsMatch(text) ? new ReleaseTag(text) : null;

    public override string ToString() => Name;

    [GeneratedRegex(@"^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SemanticVersion();
}
