namespace QualityGovernance.Platform.Security;

/// <summary>A signed token that was just made.</summary>
public sealed record IssuedToken(string Value, string Id, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);
