namespace QualityGovernance.Migrations.History;

/// <summary>What a migration says about itself.</summary>
/// <param name="Provider">PostgreSql or Sqlite.</param>
/// <param name="Id">Such as 20261123000000_Initial.</param>
/// <param name="Parent">Null for the first.</param>
/// <param name="CompatibleFrom">The head of the oldest release that can serve on the schema.</param>
/// <param name="TakesAway">What an older release could still read: columns and tables that are dropped or renamed, in words.</param>
public sealed record MigrationFact(string Provider, string Id, string? Parent, string CompatibleFrom, IReadOnlyList<string> TakesAway)
{
    /// <summary>Why it is not one transaction; null where it is one.</summary>
    public string? NotOneTransaction { get; init; }

    /// <summary>Indexes that it builds on a table that grows with every request, while every change of a record waits, in words.</summary>
    public IReadOnlyList<string> BlockingIndexes { get; init; } = [];

    /// <summary>What it would run outside a transaction without having declared that, in words.</summary>
    public IReadOnlyList<string> Undeclared { get; init; } = [];
}
