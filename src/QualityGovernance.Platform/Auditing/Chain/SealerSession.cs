using System.Data.Common;
using System.Runtime.CompilerServices;

namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>Statements of one run of the sealer. Plain ones: what the sealer writes is no change of a record, and is not audited.</summary>
internal sealed class SealerSession(DbConnection connection, DbTransaction? transaction)
{
    public async IAsyncEnumerable<T> ReadAsync<T>(string text, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = Command(text);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation)) yield return read(rows);
    }

    /// <summary>Committed entries without a seal, behind an id.</summary>
    public async Task<IReadOnlyList<(Guid Key, SealedContent Entry)>> UnsealedAsync(long after, int most, CancellationToken cancellation)
    {
        await using var command = Command(SealerStatements.Unsealed, ("after", after), ("most", most));
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<(Guid, SealedContent)>();
        while (await rows.ReadAsync(cancellation)) entries.Add((rows.GetGuid(1), Entry(rows)));
        return entries;
    }

    public async Task SealAsync(SealLink link, Guid key, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = Command(
            SealerStatements.Seal,
            ("sequence", link.Sequence), ("entry_key", key), ("entry_hash", link.EntryHash), ("previous_hash", link.PreviousHash), ("sealed_at", now.UtcDateTime), ("hash", link.Hash));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static SealedContent Entry(DbDataReader row) => new(
        row.GetInt64(0),
        SealedContent.Key(row.GetGuid(1)),
        row.GetString(2),
        row.GetString(3),
        row.IsDBNull(4) ? null : row.GetInt32(4),
        row.IsDBNull(5) ? null : row.GetInt32(5),
        Text(row, 6),
        SealedContent.Time(new DateTimeOffset(DateTime.SpecifyKind(row.GetDateTime(7), DateTimeKind.Utc))),
        Text(row, 8),
        Text(row, 9));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private DbCommand Command(string text, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text; // one of the sealer's own statements
        command.Transaction = transaction;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
