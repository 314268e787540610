using Nuke.Common;
using QualityGovernance.Deployment.Runs;

/// <summary>Where the deployment library tells what it does.</summary>
interface IHasConsole : INukeBuild
{
    IRunConsole RunConsole => SerilogRunConsole.Instance;
}
