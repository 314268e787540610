namespace QualityGovernance.Platform.Idempotency;

/// <summary>The first answer to a request that carried an Idempotency-Key, kept to be given again.</summary>
public sealed class IdempotencyRecord
{
    public const string Table = "idempotency_keys";

    /// <summary>Whose key it is: keys of two users are two keys.</summary>
    public required int ActorId { get; init; }

    public required string Key { get; init; }

    /// <summary>Method and path.</summary>
    public required string Operation { get; init; }

    /// <summary>Keyed with the service's secret: bodies may hold passwords, and nobody who reads the table can try them out.</summary>
    public required string RequestHash { get; init; }

    /// <summary>Of the answer; 0 while the request is executed, which no other transaction sees.</summary>
    public required int Status { get; init; }

    public string? ContentType { get; init; }

    public string? Location { get; init; }

    public string? EntityTag { get; init; }

    public byte[]? Body { get; init; }

    /// <summary>Unix time in seconds.</summary>
    public required long ExpiresAt { get; init; }
}
