namespace QualityGovernance.Web.Features.Actions;

/// <summary>What an action is taken about.</summary>
public enum ActionSourceType
{
    Incident,
    Collision,
    Complaint,
    Finding,
    Risk,
}
