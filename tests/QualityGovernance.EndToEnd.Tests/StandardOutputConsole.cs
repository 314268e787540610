using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

internal sealed class StandardOutputConsole : IRunConsole
{
    public void Line(RunLevel level, string text) => Console.Out.WriteLine(text);
}
