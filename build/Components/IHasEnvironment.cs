using Nuke.Common;

/// <summary>Where to, or of what.</summary>
interface IHasEnvironment : INukeBuild
{
    [Parameter("The environment: staging or production; some targets also know the sandbox")]
    string Environment => TryGetValue(() => Environment);
}
