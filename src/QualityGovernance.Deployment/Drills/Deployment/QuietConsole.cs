using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Deployment;

/// <summary>What a procedure inside a drill says is a detail of the drill; that some of it fails is what the drill is for.</summary>
internal sealed class QuietConsole(IRunConsole console) : IRunConsole
{
    public void Line(RunLevel level, string text) => console.Line(RunLevel.Detail, "    " + text);
}
