namespace QualityGovernance.Web.Features.Risks;

/// <summary>The ways to treat a risk that ISO 31000 names: tolerate, treat, transfer, terminate, and take an opportunity.</summary>
public enum TreatmentStrategy
{
    Accept,
    Mitigate,
    Transfer,
    Avoid,
    Exploit,
}
