namespace QualityGovernance.Deployment.Evidence.Approvals;

/// <summary>Somebody whose approval counts.</summary>
/// <param name="Email">As git knows them: what they wrote themselves they cannot approve.</param>
/// <param name="Roles">In which they may approve.</param>
public sealed record Approver(string Email, IReadOnlyList<string> Roles);
