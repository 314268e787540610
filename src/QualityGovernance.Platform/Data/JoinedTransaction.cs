using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace QualityGovernance.Platform.Data;

/// <summary>A transaction for work that reads before it writes: the one that is open already, or one of its own. Without a commit it is undone.</summary>
public sealed class JoinedTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction? _own;

    private JoinedTransaction(IDbContextTransaction? own) => _own = own;

    public static async Task<JoinedTransaction> BeginAsync(QgpDbContext db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        db.Database.AutoSavepointsEnabled = false; // a failure undoes everything; savepoints would cost two trips
        return new(db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null);
    }

    /// <summary>Leaves a transaction that was open before to whoever opened it.</summary>
    public Task CommitAsync(CancellationToken cancellation) => _own?.CommitAsync(cancellation) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
