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

    /// <summary>The trail itself was exported.</summary>
    public const string Export = "export";

    /// <summary>Every one of them, sorted.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. typeof(AuditActions).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal)];
}
