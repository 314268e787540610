using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace QualityGovernance.Platform.Data;

/// <summary>Gives a query what has arrived for it already, instead of sending it.</summary>
internal sealed class ArrivedAnswers : DbCommandInterceptor
{
    public static ArrivedAnswers Instance { get; } = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(eventData.Context is QgpDbContext { Arrived: { } reader } ? InterceptionResult<DbDataReader>.SuppressWithResult(reader) : result);
}
