using Nuke.Common;

/// <summary>The container registry, where there is one.</summary>
interface IHasRegistry : INukeBuild
{
    [Parameter("The container registry to push to, as host:port/path. Without one, a release is an archive of its image")]
    string Registry => TryGetValue(() => Registry);
}
