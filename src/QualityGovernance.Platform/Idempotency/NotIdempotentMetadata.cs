namespace QualityGovernance.Platform.Idempotency;

/// <summary>Marks an operation whose answer must not be kept.</summary>
/// <param name="Reason">Why not.</param>
internal sealed record NotIdempotentMetadata(string Reason);
