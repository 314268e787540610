namespace QualityGovernance.Migrations.Running;

/// <summary>How far down, and at what price.</summary>
/// <param name="To">A revision that is applied, or none.</param>
/// <param name="Accepted">Tables and columns whose loss was named and accepted.</param>
/// <param name="DryRun">Shows what would be undone and lost, and changes nothing.</param>
/// <param name="AsJson">For programs.</param>
internal sealed record WayDown(string To, IReadOnlyList<string> Accepted, bool DryRun, bool AsJson);
