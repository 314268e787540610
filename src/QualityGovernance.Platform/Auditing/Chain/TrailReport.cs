namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>What an export turned out to be.</summary>
/// <param name="First">Sequence of the first entry; 0 without one.</param>
/// <param name="Last">Of the last that was read.</param>
/// <param name="LastHash">Of the same.</param>
/// <param name="Fault">Null when everything holds.</param>
public sealed record TrailReport(long First, long Last, string LastHash, TrailFault? Fault);
