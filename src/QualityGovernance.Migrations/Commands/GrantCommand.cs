using Microsoft.EntityFrameworkCore;
using QualityGovernance.Migrations.Running;

namespace QualityGovernance.Migrations.Commands;

/// <summary>Lets a role of its own serve: it reads and writes records, reads and appends to what is append-only, and changes no schema. Takes back what it had beyond that.</summary>
internal static class GrantCommand
{
    // Append-only is what has the trigger. The role stands in the session, where no quoting can go wrong.
    private const string Statements =
        """
        DO $grant$
        DECLARE
            role text := current_setting('qgp.role');
            place text := current_schema();
            kept record;
        BEGIN
            EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', place, role);
            EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM %I', place, role);
            EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %I', place, role);
            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I', place, role);
            EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I', place, role);
            FOR kept IN SELECT c.relname, t.tgname FROM pg_class AS c LEFT JOIN pg_trigger AS t ON t.tgrelid = c.oid AND t.tgname = c.relname || '_append_only'
                WHERE c.relnamespace = place::regnamespace AND c.relkind = 'r' AND (t.tgname IS NOT NULL OR c.relname IN ('schema_info', '__EFMigrationsHistory', 'migration_journal'))
            LOOP
                EXECUTE format('REVOKE UPDATE, DELETE ON %I.%I FROM %I', place, kept.relname, role);
                IF kept.tgname IS NULL THEN EXECUTE format('REVOKE INSERT ON %I.%I FROM %I', place, kept.relname, role); END IF;
            END LOOP;
        END $grant$;
        """;

    private const string Owners =
        "SELECT count(*)::int AS \"Value\" FROM pg_tables AS t, pg_roles AS r WHERE r.rolname = {0} AND t.schemaname = current_schema() AND (r.rolsuper OR pg_has_role(r.rolname, t.tableowner, 'MEMBER'))";

    public static async Task RunAsync(ProductDatabase database, string role, TextWriter output, CancellationToken cancellation)
    {
        if (database.Provider != "postgresql") throw new RefusedException($"The {database.Settings} knows no roles: who can write its file can change everything in it. Use PostgreSQL where that matters.");
        var status = await SchemaStatus.ReadAsync(database, cancellation);
        if (status.Applied.Count == 0) throw new RefusedException($"The {database.Settings} has no schema yet. Run up first.");
        if (await CountAsync(database, "SELECT count(*)::int AS \"Value\" FROM pg_roles WHERE rolname = {0}", role, cancellation) == 0)
            throw new RefusedException($"There is no role {role}. Make it first: CREATE ROLE {role} LOGIN PASSWORD '...'.");
        if (await CountAsync(database, Owners, role, cancellation) > 0)
            throw new RefusedException($"{role} owns the tables, or may act for their owner, and so can do anything with them. Name a role of its own, that is neither.");

        await using var transaction = await database.Context.Database.BeginTransactionAsync(cancellation);
        await database.Context.Database.ExecuteSqlRawAsync("SELECT set_config('qgp.role', {0}, true)", [role], cancellation);
        await database.Context.Database.ExecuteSqlRawAsync(Statements, cancellation);
        await transaction.CommitAsync(cancellation);
        await output.WriteLineAsync($"{role} can serve on this schema, and change neither the schema nor the audit trail. Grant again after the next up.");
    }

    private static Task<int> CountAsync(ProductDatabase database, string sql, string role, CancellationToken cancellation) =>
        database.Context.Database.SqlQueryRaw<int>(sql, role).SingleAsync(cancellation);
}
