namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>What earlier steps found out and later ones hold the service against.</summary>
internal sealed class RehearsalFindings
{
    public BuiltProduct? Built { get; set; }

    /// <summary>The last migration that the built product carries.</summary>
    public string? Head { get; set; }

    public BuiltProduct RequireBuilt() => Built ?? throw new InvalidOperationException("Nothing has been built yet.");

    public string RequireHead() => Head ?? throw new InvalidOperationException("The migrations have not been applied yet.");
}
