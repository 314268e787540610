using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

internal sealed class RecordingConsole : IRunConsole
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];

    public string Text
    {
        get
        {
            lock (gate)
                return string.Join('\n', lines);
        }
    }

    public void Line(RunLevel level, string text)
    {
        lock (gate)
            lines.Add(text);
    }
}
