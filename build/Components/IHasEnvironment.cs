using Nuke.Common;

/// <summary>Which environment is meant.</summary>
interface IHasEnvironment : INukeBuild
{
    [Parameter("The environment: staging or production, as .nuke/environments describes it", Name = "Environment")]
    string EnvironmentName => TryGetValue(() => EnvironmentName);
}
