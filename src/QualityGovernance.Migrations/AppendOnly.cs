using Microsoft.EntityFrameworkCore.Migrations;

namespace QualityGovernance.Migrations;

/// <summary>
/// Makes the database itself refuse to change or remove rows of a table, whoever asks. A migration that rebuilds such a table
/// (SQLite rebuilds tables to alter them) must make it append-only again.
/// </summary>
public static class AppendOnly
{
    /// <param name="builder">Of the migration.</param>
    /// <param name="table">Its name.</param>
    /// <param name="uniqueColumn">Unique as well: on SQLite an insert may replace the rows it collides with, and no other trigger sees it.</param>
    /// <param name="keyColumn">The primary key.</param>
    public static void MakeAppendOnly(this MigrationBuilder builder, string table, string uniqueColumn, string keyColumn = "id")
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (IsPostgreSql(builder))
        {
            builder.Sql(
                $"""
                CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $refuse$
                BEGIN
                    RAISE EXCEPTION '{table} is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
                END $refuse$;
                """);
            builder.Sql($"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_refuse();");
            builder.Sql($"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse();");
            return;
        }

        Refuse(builder, table, "update", "BEFORE UPDATE", "");
        Refuse(builder, table, "delete", "BEFORE DELETE", "");
        Refuse(builder, table, "replace", "BEFORE INSERT", $"WHEN EXISTS (SELECT 1 FROM {table} WHERE {keyColumn} = NEW.{keyColumn} OR {uniqueColumn} = NEW.{uniqueColumn})");
    }

    /// <summary>The way back: after it the table can be dropped without a trace.</summary>
    public static void DropAppendOnly(this MigrationBuilder builder, string table)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (IsPostgreSql(builder))
        {
            builder.Sql($"DROP TRIGGER {table}_append_only ON {table};");
            builder.Sql($"DROP TRIGGER {table}_no_truncate ON {table};");
            builder.Sql($"DROP FUNCTION {table}_refuse();");
            return;
        }

        foreach (var what in new[] { "update", "delete", "replace" }) builder.Sql($"DROP TRIGGER {table}_no_{what};");
    }

    private static void Refuse(MigrationBuilder builder, string table, string what, string timing, string condition) => builder.Sql(
        $"""
        CREATE TRIGGER {table}_no_{what} {timing} ON {table} {condition}
        BEGIN
            SELECT RAISE(ABORT, '{table} is append-only: {what} is refused');
        END;
        """);

    private static bool IsPostgreSql(MigrationBuilder builder) => builder.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true;
}
