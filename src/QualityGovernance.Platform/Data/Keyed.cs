namespace QualityGovernance.Platform.Data;

/// <summary>An item of a list with what it is ordered by.</summary>
internal sealed record Keyed<TItem>(TItem Item, object?[] Keys);
