namespace QualityGovernance.Web.Features.Standards.Controls;

/// <summary>How far a control of a standard is put into practice.</summary>
public enum ImplementationStatus
{
    NotImplemented,
    Planned,
    Partial,
    Implemented,
}
