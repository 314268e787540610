namespace QualityGovernance.Platform.Security;

/// <summary>Failed logins under one key; how long the next one must wait.</summary>
public sealed class SignInAttempt
{
    public const string Table = "sign_in_attempts";

    /// <summary>Hash of an account, an address, or both: nobody reads e-mail addresses that never had an account here.</summary>
    public required string Key { get; init; }

    /// <summary>Since the last success or the last quiet time.</summary>
    public required int Failures { get; init; }

    /// <summary>Unix time in seconds.</summary>
    public required long LastAt { get; init; }

    /// <summary>Unix time in seconds.</summary>
    public required long BlockedUntil { get; init; }
}
