using QualityGovernance.Web.Features.Risks.Assessments;
using QualityGovernance.Web.Features.Risks.Controls;

namespace QualityGovernance.Web.Features.Risks;

/// <summary>A risk with its active controls and the history of its assessments.</summary>
public sealed record RiskDetailResponse : RiskResponse
{
    public RiskDetailResponse(RiskResponse risk, IReadOnlyList<RiskControlResponse> controls, IReadOnlyList<RiskAssessmentResponse> assessments)
        : base(risk) => (Controls, Assessments) = (controls, assessments);

    public IReadOnlyList<RiskControlResponse> Controls { get; }

    public IReadOnlyList<RiskAssessmentResponse> Assessments { get; }

    public int ControlCount => Controls.Count;

    /// <summary>What is still to be done about the risk: active controls that are neither in place nor found not to apply.</summary>
    public int OpenActionCount => Controls.Count(control => control.ImplementationStatus is
        RiskControlStatus.Planned or RiskControlStatus.InProgress or RiskControlStatus.NotImplemented);
}
