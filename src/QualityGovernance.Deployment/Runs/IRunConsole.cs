namespace QualityGovernance.Deployment.Runs;

/// <summary>How a line on the console is meant.</summary>
public enum RunLevel
{
    Detail,
    Normal,
    Good,
    Warning,
    Error,
}

/// <summary>Where a run tells its user what it does. The build adapts it to its own logger.</summary>
public interface IRunConsole
{
    void Line(RunLevel level, string text);
}
