using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using QualityGovernance.Migrations.Stepwise;
using QualityGovernance.Platform.Auditing;
using QualityGovernance.Platform.Auditing.Chain;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.History;

/// <summary>Reads the facts out of the compiled migrations; no database is needed.</summary>
public static class MigrationFacts
{
    /// <summary>Every create, update and delete adds to them, and nothing is ever removed.</summary>
    private static readonly string[] Growing = [AuditEntry.Table, AuditSeal.Table];

    /// <summary>Up to here the tables were new wherever they were migrated, and what is released does not change.</summary>
    private const string BeforeTheyGrew = "20261125205600_AddPolicyVersions";

    /// <summary>The last migration of this program.</summary>
    public static string Head => Of(typeof(MigrationFacts).Assembly).Select(fact => fact.Id).Order(StringComparer.Ordinal).Last();

    public static IReadOnlyList<MigrationFact> Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return LoadableTypes.Of(assembly)
            .Where(type => typeof(SchemaMigration).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => Of((SchemaMigration)Activator.CreateInstance(type)!))
            .ToList();
    }

    private static MigrationFact Of(SchemaMigration migration)
    {
        var context = migration.GetType().GetCustomAttribute<DbContextAttribute>()?.ContextType
            ?? throw new InvalidOperationException($"{migration.GetType().FullName} has no [DbContext] attribute; its Designer file is missing.");
        var (provider, engine) = context == typeof(PostgreSqlQgpDbContext)
            ? ("PostgreSql", "Npgsql.EntityFrameworkCore.PostgreSQL")
            : ("Sqlite", "Microsoft.EntityFrameworkCore.Sqlite");
        migration.ActiveProvider = engine;
        var stepwise = migration as StepwiseMigration;
        IReadOnlyList<MigrationOperation> inTransaction = stepwise is null
            ? [.. migration.UpOperations, .. migration.RevertOperations()]
            : [.. stepwise.Steps().Where(step => step.OneTransaction).SelectMany(step => step.Forward.Concat(step.Back))];
        return new(provider, migration.Id, migration.Parent, migration.CompatibleFrom, migration.UpOperations.Select(TakenAway).OfType<string>().ToList())
        {
            NotOneTransaction = stepwise?.NotOneTransaction,
            BlockingIndexes = provider == "PostgreSql" && string.CompareOrdinal(migration.Id, BeforeTheyGrew) > 0 ? Blocking(inTransaction) : [],
            Undeclared = inTransaction.Select(Outside).OfType<string>().ToList(),
        };
    }

    /// <summary>Of operations of one transaction; not those on a table that it makes itself, which is empty.</summary>
    internal static IReadOnlyList<string> Blocking(IReadOnlyList<MigrationOperation> inTransaction)
    {
        var made = inTransaction.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        return [.. inTransaction.OfType<CreateIndexOperation>().Where(index => Growing.Contains(index.Table) && !made.Contains(index.Table)).Select(index => $"{index.Name} on {index.Table}")];
    }

    private static string? Outside(MigrationOperation operation) => operation switch
    {
        SqlOperation { SuppressTransaction: true } sql => sql.Sql.Trim().Split('\n')[0],
        CreateIndexOperation index when index["Npgsql:CreatedConcurrently"] is true => $"CREATE INDEX CONCURRENTLY {index.Name}",
        _ => null,
    };

    private static string? TakenAway(MigrationOperation operation) => operation switch
    {
        DropTableOperation drop => $"drops table {drop.Name}",
        DropColumnOperation drop => $"drops column {drop.Table}.{drop.Name}",
        RenameTableOperation rename => $"renames table {rename.Name}",
        RenameColumnOperation rename => $"renames column {rename.Table}.{rename.Name}",
        AddColumnOperation { IsNullable: false, DefaultValue: null, DefaultValueSql: null, ComputedColumnSql: null } add => $"adds required column {add.Table}.{add.Name} without a default",
        AlterColumnOperation { IsNullable: false, OldColumn.IsNullable: true } alter => $"makes column {alter.Table}.{alter.Name} required",
        _ => null,
    };
}
