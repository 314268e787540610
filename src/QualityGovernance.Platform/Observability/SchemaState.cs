namespace QualityGovernance.Platform.Observability;

/// <summary>What the database answered.</summary>
/// <param name="Connected">The database answered at all.</param>
/// <param name="Applied">The revision applied in the database; null when there is none or it is not known.</param>
/// <param name="Supported">This release serves on that revision.</param>
/// <param name="Problem">When not ready: one sentence on what is wrong and the next command; never credentials.</param>
public sealed record SchemaState(bool Connected, string? Applied, bool Supported, string? Problem)
{
    public bool IsReady => Connected && Supported;
}
