namespace QualityGovernance.Migrations.Running;

/// <summary>Data that undoing a migration removes.</summary>
/// <param name="Name">A table, or table.column.</param>
/// <param name="Count">How many rows, or values that are not null.</param>
/// <param name="Unit">rows or values.</param>
internal sealed record Loss(string Name, long Count, string Unit)
{
    public override string ToString() => $"{Name} ({Count} {Unit})";
}
