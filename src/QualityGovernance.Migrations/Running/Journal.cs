using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Migrations.Stepwise;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Migrations.Running;

/// <summary>
/// The table that says how far a migration came that is not one transaction. It is there only while there is such a migration: a whole schema has no trace of it.
/// </summary>
internal static class Journal
{
    public const string Table = "migration_journal";

    public const string Drop = $"DROP TABLE {Table};";

    private const string Create =
        $"CREATE TABLE {Table} (position integer NOT NULL PRIMARY KEY, migration varchar(150) NOT NULL, what text NOT NULL, index_name varchar(63), "
        + "fingerprint varchar(64) NOT NULL, state varchar(10) NOT NULL, at varchar(40) NOT NULL, build varchar(150) NOT NULL);";

    private const string Columns =
        "migration AS \"Migration\", what AS \"What\", index_name AS \"IndexName\", fingerprint AS \"Fingerprint\", state AS \"State\", at AS \"At\", build AS \"Build\"";

    /// <summary>Null: no migration is half applied.</summary>
    public static async Task<Halfway?> ReadAsync(ProductDatabase database, CancellationToken cancellation)
    {
        if (!database.Exists || !(await database.TablesAsync(cancellation)).Contains(Table)) return null;
        var rows = await database.Context.Database
            .SqlQueryRaw<JournalRow>($"SELECT {Columns} FROM {Table} ORDER BY position").ToListAsync(cancellation);
        if (rows.Count == 0) throw new RefusedException($"The table {Table} is there and empty, which no migrations program leaves behind. Nothing was changed. Restore a backup, or drop that table if status shows what you expect.");
        var steps = new List<JournalStep>();
        foreach (var row in rows)
            steps.Add(new(row.What, row.IndexName, row.Fingerprint, row.State, row.At, row.Build) { IndexIsValid = row.IndexName is null ? null : await IsValidAsync(database, row.IndexName, cancellation) });
        return new(rows[0].Migration, steps);
    }

    /// <summary>Statements that make the journal anew, with every step in one state.</summary>
    public static IEnumerable<string> Begin(string migration, IReadOnlyList<(SchemaStep Step, string Fingerprint)> steps, string state, string build) =>
        [Create, .. steps.Select((step, position) => Insert(migration, step, position, state, build))];

    /// <summary>Statements that put this build's steps in the place of those that are not begun.</summary>
    public static IEnumerable<string> Replace(Halfway halfway, IReadOnlyList<(SchemaStep Step, string Fingerprint)> steps, string build)
    {
        var kept = halfway.Steps.Count(step => step.State != JournalStep.Undone);
        return [$"DELETE FROM {Table} WHERE position >= {kept};", .. steps.Select((step, position) => Insert(halfway.Id, step, position, JournalStep.Undone, build)).Skip(kept)];
    }

    public static string Set(int position, string state, string build) => $"UPDATE {Table} SET state = '{state}', at = '{Now}', build = {Quoted(build)} WHERE position = {position};";

    /// <summary>PostgreSQL only: SQLite leaves no index invalid.</summary>
    public static async Task<bool?> IsValidAsync(ProductDatabase database, string index, CancellationToken cancellation)
    {
        if (database.Settings.Provider != DatabaseProvider.PostgreSql) return null;
        var found = await database.Context.Database.SqlQuery<bool>(
            $"SELECT i.indisvalid AS \"Value\" FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = {index}").ToListAsync(cancellation);
        return found.Count == 0 ? null : found[0];
    }

    private static string Insert(string migration, (SchemaStep Step, string Fingerprint) step, int position, string state, string build) =>
        $"INSERT INTO {Table} (position, migration, what, index_name, fingerprint, state, at, build) VALUES ({position}, {Quoted(migration)}, {Quoted(step.Step.What)}, "
        + $"{(step.Step.Index is null ? "NULL" : Quoted(step.Step.Index))}, '{step.Fingerprint}', '{state}', '{Now}', {Quoted(build)});";

    private static string Now => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
