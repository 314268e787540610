namespace QualityGovernance.Web.Features.Actions;

public enum ActionStatus
{
    Open,
    InProgress,

    /// <summary>Done, says whoever did it.</summary>
    Completed,

    /// <summary>Done, says somebody else.</summary>
    Verified,

    /// <summary>It helped.</summary>
    Effective,

    /// <summary>It did not help: it is taken up again, or another action follows it up.</summary>
    NotEffective,

    Cancelled,
}
