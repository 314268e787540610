using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Web.Features.Audits;

/// <summary>The transaction that is open already, or one of its own. Without a commit its own is undone.</summary>
internal sealed class JoinedWork : IAsyncDisposable
{
    private readonly IDbContextTransaction? _own;

    private JoinedWork(IDbContextTransaction? own) => _own = own;

    public static async Task<JoinedWork> BeginAsync(QgpDbContext db, CancellationToken cancellation) =>
        new(db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null);

    /// <summary>Leaves a transaction that was open before to whoever opened it.</summary>
    public Task CommitAsync(CancellationToken cancellation) => _own?.CommitAsync(cancellation) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
