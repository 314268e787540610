namespace QualityGovernance.Web.Features.Policies;

/// <param name="UserId">Whom the policy is addressed to.</param>
/// <param name="UserName">First and last name.</param>
/// <param name="Version">The version that is to be acknowledged.</param>
/// <param name="AcknowledgedAt">Empty while it is not.</param>
public sealed record PolicyAcknowledgementResponse(int UserId, string UserName, int Version, DateTimeOffset? AcknowledgedAt);
