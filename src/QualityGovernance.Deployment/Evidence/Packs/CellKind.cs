namespace QualityGovernance.Deployment.Evidence.Packs;

internal enum CellKind
{
    Words,
    Code,
    Number,

    /// <summary>Durations of earlier runs, drawn where a drawing is possible.</summary>
    Trend,
}
