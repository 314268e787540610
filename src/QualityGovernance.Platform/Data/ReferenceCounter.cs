namespace QualityGovernance.Platform.Data;

/// <summary>The last reference number given for a prefix in a year.</summary>
public sealed class ReferenceCounter
{
    public const string Table = "reference_counters";

    public required string Prefix { get; init; }

    public required int Year { get; init; }

    public required int LastValue { get; init; }
}
