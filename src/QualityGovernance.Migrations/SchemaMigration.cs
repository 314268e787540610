using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using QualityGovernance.Migrations.History;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations;

/// <summary>
/// A migration that knows its parent, says which releases can serve on the schema it makes, waits for locks and statements no longer
/// than it declares, and keeps <c>schema_info</c> in the same transaction.
/// </summary>
public abstract class SchemaMigration : Migration
{
    /// <summary>The migration it was written after; null for the first.</summary>
    public abstract string? Parent { get; }

    /// <summary>The head of the oldest release that can serve on the schema once this is applied; its own id when it takes something away.</summary>
    public abstract string CompatibleFrom { get; }

    /// <summary>How long a statement waits for a lock that requests hold. PostgreSQL only: SQLite has one writer.</summary>
    protected virtual TimeSpan LockTimeout => TimeSpan.FromSeconds(5);

    /// <summary>How long a statement may take; longer for one that rewrites a large table.</summary>
    protected virtual TimeSpan StatementTimeout => TimeSpan.FromMinutes(1);

    public string Id => IdOf(GetType());

    internal static string IdOf(MemberInfo migration) => migration.GetCustomAttribute<MigrationAttribute>()?.Id
        ?? throw new InvalidOperationException($"{migration.Name} has no [Migration] attribute; its Designer file is missing.");

    protected sealed override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        LimitWaits(migrationBuilder);
        Apply(migrationBuilder);
        migrationBuilder.Sql(Note);
    }

    protected sealed override void Down(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        LimitWaits(migrationBuilder);
        Revert(migrationBuilder);
        if (Parent is not null) migrationBuilder.Sql(Before().Note);
    }

    protected abstract void Apply(MigrationBuilder migrationBuilder);

    /// <summary>The way back, tested like the way forward.</summary>
    protected abstract void Revert(MigrationBuilder migrationBuilder);

    /// <summary>How far the limits of waiting reach.</summary>
    private protected virtual string LimitScope => "SET LOCAL";

    /// <summary>Statements that limit how long this migration waits; none on SQLite.</summary>
    internal IReadOnlyList<string> Limits => ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true
        ? [$"{LimitScope} lock_timeout = '{(int)LockTimeout.TotalMilliseconds}ms';", $"{LimitScope} statement_timeout = '{(int)StatementTimeout.TotalMilliseconds}ms';"]
        : [];

    /// <summary>Writes what this migration leaves behind into the schema itself.</summary>
    internal string Note =>
        $"INSERT INTO {SchemaInfo.Table} (id, revision, compatible_from) VALUES (1, '{Id}', '{CompatibleFrom}') "
        + "ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, compatible_from = excluded.compatible_from;";

    /// <summary>The way back without what is noted about it, which needs the parent: a missing one is for the check of the history to tell.</summary>
    internal IReadOnlyList<MigrationOperation> RevertOperations()
    {
        var builder = new MigrationBuilder(ActiveProvider);
        Revert(builder);
        return builder.Operations;
    }

    private void LimitWaits(MigrationBuilder builder)
    {
        foreach (var limit in Limits) builder.Sql(limit);
    }

    internal SchemaMigration Before()
    {
        var context = GetType().GetCustomAttribute<DbContextAttribute>()!.ContextType;
        var type = LoadableTypes.Of(GetType().Assembly).Single(candidate =>
            candidate.GetCustomAttribute<MigrationAttribute>()?.Id == Parent && candidate.GetCustomAttribute<DbContextAttribute>()?.ContextType == context);
        return (SchemaMigration)Activator.CreateInstance(type)!;
    }
}
