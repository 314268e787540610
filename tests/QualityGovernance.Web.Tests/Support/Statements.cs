using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace QualityGovernance.Web.Tests.Support;

/// <summary>What the service sends to the database, and a moment before each statement to do something else in.</summary>
public sealed class Statements : DbCommandInterceptor
{
    private readonly List<Statement> _sent = [];

    /// <summary>Since the last clearing; one for each round trip.</summary>
    public IReadOnlyList<Statement> Sent => [.. _sent];

    /// <summary>Gets the text of each statement before it is sent.</summary>
    public Func<string, Task>? Before { get; set; }

    public void Clear() => _sent.Clear();

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (!result.HasResult) await NoteAsync(command); // else it arrived on an earlier trip
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (!result.HasResult) await NoteAsync(command); // else it arrived on an earlier trip
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        if (!result.HasResult) await NoteAsync(command); // else it arrived on an earlier trip
        return result;
    }

    private async Task NoteAsync(DbCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        _sent.Add(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        if (Before is { } before) await before(command.CommandText);
    }
}
