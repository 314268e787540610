namespace QualityGovernance.Platform.Data;

/// <summary>An origin that is known beforehand, for programs without requests.</summary>
/// <param name="ActorId">The user; null for a program.</param>
/// <param name="RequestId">What stands in the audit entry as the request: the program's name and command.</param>
public sealed record ChangeOrigin(int? ActorId, string? RequestId) : IChangeOrigin;
