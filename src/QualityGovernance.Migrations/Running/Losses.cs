using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using QualityGovernance.Migrations.Stepwise;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.Running;

/// <summary>What a way down would lose, counted in the database as it is.</summary>
internal static class Losses
{
    /// <param name="database">Counted now: run this while the migration lock is held.</param>
    /// <param name="undone">The migrations that would be undone.</param>
    /// <param name="halfway">Of a half-applied one, only the steps that were begun are undone.</param>
    /// <param name="cancellation">Stops the counting.</param>
    public static Task<IReadOnlyList<Loss>> OfAsync(ProductDatabase database, IReadOnlyList<string> undone, Halfway? halfway, CancellationToken cancellation) =>
        OfAsync(database, [.. undone.SelectMany(id => UndoneBy(MigrationOf(database, id), halfway))], cancellation);

    internal static Migration MigrationOf(ProductDatabase database, string id)
    {
        var assembly = database.Context.GetService<IMigrationsAssembly>();
        return assembly.CreateMigration(assembly.Migrations[id], database.Context.Database.ProviderName!);
    }

    private static IEnumerable<MigrationOperation> UndoneBy(Migration migration, Halfway? halfway) =>
        migration is StepwiseMigration stepwise && stepwise.Id == halfway?.Id
            ? stepwise.Steps().Zip(halfway.Steps).Where(step => step.Second.State != JournalStep.Undone).SelectMany(step => step.First.Back)
            : migration.DownOperations;

    internal static async Task<IReadOnlyList<Loss>> OfAsync(ProductDatabase database, IReadOnlyList<MigrationOperation> operations, CancellationToken cancellation)
    {
        // What migrations note about themselves is nobody's data.
        var tables = operations.OfType<DropTableOperation>().Select(drop => drop.Name).Where(name => name != SchemaInfo.Table).Distinct().ToList();
        var columns = operations.OfType<DropColumnOperation>().Where(drop => !tables.Contains(drop.Table)).Select(drop => (drop.Table, drop.Name)).Distinct().ToList();
        var there = await database.TablesAsync(cancellation);
        var losses = new List<Loss>();
        foreach (var table in tables.Where(there.Contains))
            losses.Add(new(table, await CountAsync(database, "*", table, cancellation), "rows"));
        foreach (var (table, column) in columns.Where(column => there.Contains(column.Table)))
            losses.Add(new($"{table}.{column}", await CountAsync(database, Quoted(column), table, cancellation), "values"));
        return [.. losses.Where(loss => loss.Count > 0).OrderBy(loss => loss.Name, StringComparer.Ordinal)];
    }

    private static async Task<long> CountAsync(ProductDatabase database, string what, string table, CancellationToken cancellation)
    {
        var connection = database.Context.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open) await database.Context.Database.OpenConnectionAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count({what}) FROM {Quoted(table)}"; // the names are those of the compiled migrations
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
