namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>What goes wrong while a step is at work.</summary>
public enum FaultKind
{
    /// <summary>The tools of the step end with an error.</summary>
    ToolError,

    /// <summary>They do not answer, until the step has no time left.</summary>
    Hang,

    /// <summary>They end well, and half of what they say is missing.</summary>
    BadOutput,

    /// <summary>No space is left: on a real disk where the step writes into a folder of ours, else the tool says so.</summary>
    FullDisk,

    /// <summary>SIGKILL to the containers that the step works with.</summary>
    KilledContainer,

    /// <summary>SIGKILL to the process that runs the procedure.</summary>
    KilledBuild,
}
