namespace QualityGovernance.Platform.Auditing;

/// <summary>What an audit entry can say was done.</summary>
public enum AuditAction
{
    Create,
    Update,
    Delete,
    Login,

    /// <summary>A spent refresh token was used again, and every token of its family was revoked.</summary>
    RevokeTokens,

    /// <summary>The trail itself was exported.</summary>
    Export,
}
