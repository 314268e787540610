using QualityGovernance.Web.Features.Standards.Controls;

namespace QualityGovernance.Web.Features.Standards.Applicability;

/// <summary>What the statement says about one control.</summary>
public sealed record ApplicabilityLine(
    int ControlId,
    string ControlNumber,
    string Title,
    int ClauseId,
    string ClauseNumber,
    bool IsApplicable,
    string? ApplicabilityJustification,
    ImplementationStatus? ImplementationStatus);
