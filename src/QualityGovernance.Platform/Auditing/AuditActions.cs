namespace QualityGovernance.Platform.Auditing;

/// <summary>What an audit entry can say was done.</summary>
public static class AuditActions
{
    public const string Create = "create";
    public const string Update = "update";
    public const string Delete = "delete";
    public const string Login = "login";

    /// <summary>A spent refresh token was used again, and every token of its family was revoked.</summary>
    public const string RevokeTokens = "revoke_tokens";
}
