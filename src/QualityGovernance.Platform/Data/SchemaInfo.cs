namespace QualityGovernance.Platform.Data;

/// <summary>The one row that says which releases can serve on the schema as it is. Written by migrations only.</summary>
public sealed class SchemaInfo
{
    public const string Table = "schema_info";

    /// <summary>Always 1: the table has one row.</summary>
    public int Id { get; private set; } = 1;

    /// <summary>The last migration applied.</summary>
    public required string Revision { get; init; }

    /// <summary>The head of the oldest release that can serve on this schema; compared by ordinal.</summary>
    public required string CompatibleFrom { get; init; }
}
