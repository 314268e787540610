using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using QualityGovernance.Platform.Observability;

namespace QualityGovernance.Platform.Data;

/// <summary>
/// Reads the applied revision in one statement over one connection of its own, so that neither a busy pool nor a probe that hangs
/// says anything about the other. Returns when cancelled even if the driver is still waiting for the server.
/// </summary>
internal sealed class SchemaProbe(SchemaConnections connections, SchemaHead head) : ISchemaProbe
{
    // Both engines know this form.
    private const string Revision =
        "SELECT (SELECT max(\"MigrationId\") FROM \"__EFMigrationsHistory\"), (SELECT compatible_from FROM schema_info)";

    public async Task<SchemaState> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(cancellationToken).WaitAsync(cancellationToken);
        }
        catch (DbException exception) when (IsMissingTable(exception))
        {
            return new(true, null, false, "The database has no schema made by migrations. Run the migrations program: up.");
        }
        catch (DbException exception)
        {
            return new(false, null, false, $"The database does not answer ({exception.SqlState ?? exception.GetType().Name}). Check that it runs and that DATABASE_URL reaches it.");
        }
        catch (TimeoutException)
        {
            return new(false, null, false, "The database does not answer in time. Check that it runs and that DATABASE_URL reaches it.");
        }
    }

    private async Task<SchemaState> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = await connections.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = Revision;
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        var applied = await row.IsDBNullAsync(0, cancellation) ? null : row.GetString(0);
        var compatibleFrom = await row.IsDBNullAsync(1, cancellation) ? null : row.GetString(1);
        return Judge(applied, compatibleFrom);
    }

    private SchemaState Judge(string? applied, string? compatibleFrom)
    {
        if (applied is null || compatibleFrom is null)
            return new(true, applied, false, "The database has no schema made by migrations. Run the migrations program: up.");
        if (head.Supports(applied, compatibleFrom)) return new(true, applied, true, null);
        if (string.CompareOrdinal(compatibleFrom, applied) > 0)
            return new(true, applied, false, $"A migration after {applied} is half applied, and serves releases from {compatibleFrom} on; this release is at {head.Revision}. Finish it with the release that began it (up), or take it back (down --to {applied}).");
        return new(true, applied, false, string.CompareOrdinal(applied, head.Revision) < 0
            ? $"The schema is at {applied}, older than {head.Revision} which this release needs. Run the migrations program of this release: up."
            : $"The schema is at {applied}, which serves releases from {compatibleFrom} on; this release is at {head.Revision}. Run a newer release.");
    }

    private static bool IsMissingTable(DbException exception) => exception switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UndefinedTable,
        SqliteException sqlite => sqlite.Message.Contains("no such table", StringComparison.Ordinal),
        _ => false,
    };
}
