namespace Nuke.Common.Execution;

/// <summary>What has become of a target.</summary>
public enum ExecutionStatus
{
    None,
    Scheduled,
    NotRun,
    Skipped,
    Succeeded,
    Failed,
    Running,
    Aborted,

    /// <summary>Done without actions of its own: it only stands for its dependencies.</summary>
    Collective,
}
