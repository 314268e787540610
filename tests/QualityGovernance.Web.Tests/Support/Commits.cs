using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace QualityGovernance.Web.Tests.Support;

/// <summary>Ends requests at the last moment before their changes are there.</summary>
public sealed class Commits : DbTransactionInterceptor
{
    /// <summary>Every commit fails, as if the process had been killed before it.</summary>
    public bool Fail { get; set; }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        Fail ? throw new InvalidOperationException("Killed before the commit.") : ValueTask.FromResult(result);
}
