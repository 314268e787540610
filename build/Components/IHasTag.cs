using Nuke.Common;

/// <summary>Which release is meant.</summary>
interface IHasTag : INukeBuild
{
    [Parameter("The release, as v and a semantic version: v1.0.0")]
    string Tag => TryGetValue(() => Tag);
}
