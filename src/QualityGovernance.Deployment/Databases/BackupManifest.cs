using System.Text.Json;
using System.Text.Json.Serialization;

namespace QualityGovernance.Deployment.Databases;

/// <summary>What a backup holds, written in the moment of its making. Stands beside it as <c>&lt;name&gt;.manifest.json</c>.</summary>
public sealed record BackupManifest
{
    public const string QualityGovernance = "quality-governance";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>Always <see cref="QualityGovernance"/>: what says something else is the backup of another product.</summary>
    public required string Product { get; init; }

    /// <summary>The database that was backed up.</summary>
    public required string Database { get; init; }

    /// <summary>The last migration that was applied to it.</summary>
    public required string Revision { get; init; }

    /// <summary>The head of the oldest release that can serve on that schema.</summary>
    public required string CompatibleFrom { get; init; }

    /// <summary>Of the server, for example 15.18.</summary>
    public required string ServerVersion { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Why it was made.</summary>
    public required string Reason { get; init; }

    /// <summary>Contents at the moment of the dump: counted and hashed in the same snapshot.</summary>
    public required IReadOnlyList<TableContent> Tables { get; init; }

    /// <summary>Of the same snapshot. Null for a schema without a chain, and in a backup from before this was written down.</summary>
    public AuditTrailEnd? AuditTrail { get; init; }

    /// <summary>Of the file as it lies there, encrypted or not.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of the same file.</summary>
    public required long SizeBytes { get; init; }

    public required bool Encrypted { get; init; }

    /// <summary>The sentence to keep elsewhere, that a later trail can be held against; null where there is no chain.</summary>
    internal string? Anchor => AuditTrail is { } trail ? $"It holds the {trail}" : null;

    public long Rows => Tables.Sum(table => table.Name.StartsWith("sequence ", StringComparison.Ordinal) ? 0 : table.Rows);
}
