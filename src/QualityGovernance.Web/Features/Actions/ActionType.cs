namespace QualityGovernance.Web.Features.Actions;

public enum ActionType
{
    /// <summary>Puts right what went wrong, at once.</summary>
    Correction,

    /// <summary>Removes the cause, so that it does not happen again.</summary>
    Corrective,

    /// <summary>Removes the cause of what has not happened yet.</summary>
    Preventive,
}
