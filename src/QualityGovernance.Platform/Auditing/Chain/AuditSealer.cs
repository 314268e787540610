using System.Data.Common;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>
/// Appends a seal for every committed entry that has none. Entries are never touched, and nothing that a request does is waited for or made to wait: an entry whose
/// transaction is still open is simply not there yet, and is found once it is.
/// </summary>
/// <remarks>Not for two threads at once; two replicas are told apart by a lock (PostgreSQL), or by the one writer there can be (SQLite).</remarks>
internal sealed class AuditSealer(SealerConnections connections, TimeProvider time)
{
    /// <summary>Seals of one transaction.</summary>
    internal const int Batch = 500;

    private readonly SealedUpTo _sealedUpTo = new();

    /// <summary>How it asks who is writing entries; a test asks for nobody, to see what goes wrong then.</summary>
    internal string Writers { get; init; } = SealerStatements.Writers;

    /// <summary>How far the search may begin; for tests.</summary>
    internal long SealedUpTo => _sealedUpTo.Id;

    /// <returns>How many were sealed; <see cref="Batch"/> when there may be more; 0 when another replica is at it.</returns>
    public async Task<int> SealAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await connections.OpenAsync(cancellation);
            return connections.IsPostgreSql ? await SealOnPostgreSqlAsync(connection, cancellation) : await SealOnSqliteAsync(connection, cancellation);
        }
        catch
        {
            _sealedUpTo.Forget(); // it may be another database that answers next
            throw;
        }
    }

    private async Task<int> SealOnPostgreSqlAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var session = new SealerSession(connection, transaction);
        if (!await session.ReadAsync(SealerStatements.Lock, row => row.GetBoolean(0), cancellation).SingleAsync(cancellation)) return 0;
        var lastId = await session.ReadAsync(SealerStatements.LastId, row => row.GetInt64(0), cancellation).SingleAsync(cancellation);
        var writers = await session.ReadAsync(Writers, row => row.GetString(0), cancellation).ToListAsync(cancellation);
        _sealedUpTo.Look(lastId, writers.ToHashSet(StringComparer.Ordinal));
        var count = await AppendAsync(session, cancellation);
        await transaction.CommitAsync(cancellation);
        if (count < Batch) _sealedUpTo.AllSealed();
        return count;
    }

    private async Task<int> SealOnSqliteAsync(DbConnection connection, CancellationToken cancellation)
    {
        // Looked at first without a transaction: a transaction would be the one writer, twice a second, for nothing.
        var idle = new SealerSession(connection, null);
        if (await idle.UnsealedAsync(_sealedUpTo.Id, most: 1, cancellation) is []) return 0;

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var session = new SealerSession(connection, transaction);
        _sealedUpTo.Look(await session.ReadAsync(SealerStatements.LastId, row => row.GetInt64(0), cancellation).SingleAsync(cancellation), new HashSet<string>());
        var count = await AppendAsync(session, cancellation);
        await transaction.CommitAsync(cancellation);
        if (count < Batch) _sealedUpTo.AllSealed();
        return count;
    }

    private async Task<int> AppendAsync(SealerSession session, CancellationToken cancellation)
    {
        var entries = await session.UnsealedAsync(_sealedUpTo.Id, Batch, cancellation);
        if (entries.Count == 0) return 0;
        var heads = await session.ReadAsync(SealerStatements.Head, row => (Sequence: row.GetInt64(0), Hash: row.GetString(1)), cancellation).ToListAsync(cancellation);
        var (sequence, hash) = heads is [var head] ? head : (0, AuditSeal.Beginning);
        var now = time.Now();
        foreach (var (key, entry) in entries)
        {
            var link = SealLink.Make(++sequence, hash, entry, now);
            await session.SealAsync(link, key, now, cancellation);
            hash = link.Hash;
        }

        return entries.Count;
    }
}
