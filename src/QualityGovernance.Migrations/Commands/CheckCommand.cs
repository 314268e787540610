using Microsoft.EntityFrameworkCore;
using QualityGovernance.Migrations.DesignTime;
using QualityGovernance.Migrations.History;

namespace QualityGovernance.Migrations.Commands;

/// <summary>Whether the migrations are one history that makes the model as it stands.</summary>
internal static class CheckCommand
{
    public static int Run(Terminal terminal, IReadOnlyCollection<MigrationFact> facts)
    {
        using var postgreSql = new PostgreSqlDesignFactory().CreateDbContext([]);
        using var sqlite = new SqliteDesignFactory().CreateDbContext([]);
        return Run(terminal, facts, ("PostgreSql", postgreSql), ("Sqlite", sqlite));
    }

    internal static int Run(Terminal terminal, IReadOnlyCollection<MigrationFact> facts, params (string Provider, DbContext Context)[] models)
    {
        List<string> problems =
        [
            .. MigrationHistory.Problems(facts),
            .. models.Where(model => model.Context.Database.HasPendingModelChanges())
                .Select(model => $"{model.Provider}: the model changed without a migration. Run ./build.sh AddMigration --name <Name>."),
        ];
        if (problems.Count > 0) return terminal.Fail(ExitCodes.Failed, [.. problems]);
        terminal.Out.WriteLine($"{facts.Select(fact => fact.Id).Distinct(StringComparer.Ordinal).Count()} migrations, for {string.Join(" and ", models.Select(model => model.Provider))}, end in {facts.Max(fact => fact.Id)} and make the model as it stands.");
        return ExitCodes.Ok;
    }
}
