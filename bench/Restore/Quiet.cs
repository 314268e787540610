using QualityGovernance.Deployment.Runs;

namespace Bench.Restore;

/// <summary>Hears a procedure and says nothing.</summary>
internal sealed class Quiet : IRunConsole
{
    public void Line(RunLevel level, string text)
    {
    }
}
