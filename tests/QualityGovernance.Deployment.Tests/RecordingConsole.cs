using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests;

internal sealed class RecordingConsole : IRunConsole
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
                return [.. lines];
        }
    }

    public string Text => string.Join('\n', Lines);

    public void Line(RunLevel level, string text)
    {
        lock (gate)
            lines.Add(text);
    }
}
