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

    /// <summary>The actions about the risk that are not finished: those that keep it from being closed.</summary>
    public int OpenActionCount { get; init; }
}
