namespace QualityGovernance.Migrations.Running;

/// <summary>A row of the journal as it stands in the table.</summary>
internal sealed record JournalRow(string Migration, string What, string? IndexName, string Fingerprint, string State, string At, string Build);
