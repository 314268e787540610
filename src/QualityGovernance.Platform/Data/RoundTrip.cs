using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace QualityGovernance.Platform.Data;

/// <summary>
/// Several queries in one trip to the database. They are sent as one command and executed there one after the other, so that in a transaction one that holds a record is
/// followed by others that see what was saved while it waited. What each finds is read as if it had been sent alone: tracked, filtered and projected.
/// </summary>
public sealed class RoundTrip(QgpDbContext db)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly List<(string Sql, IReadOnlyList<DbParameter> Parameters, Func<CancellationToken, Task> Read)> _queries = [];

    /// <summary>All that the query finds, known after <see cref="SendAsync"/>.</summary>
    public Awaited<T> Ask<T>(IQueryable<T> query)
    {
        using var command = query.CreateDbCommand();
        var awaited = new Awaited<T>();
        var parameters = command.Parameters.Cast<DbParameter>().ToList();
        command.Parameters.Clear(); // a parameter belongs to one command
        _queries.Add((Renamed(command.CommandText, parameters), parameters, async cancellation => awaited.Arrive(await query.ToListAsync(cancellation))));
        return awaited;
    }

    /// <exception cref="DbException">As from a query that is sent alone; nothing is known then of any of them.</exception>
    public async Task SendAsync(CancellationToken cancellation)
    {
        if (_queries.Count == 0) return;
        var text = string.Join(";\n", _queries.Select(query => query.Sql.TrimEnd().TrimEnd(';'))).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        var command = db.GetService<IRawSqlCommandBuilder>().Build(text, _queries.SelectMany(query => query.Parameters), db.Model);
        var parameters = new RelationalCommandParameterObject(
            db.GetService<IRelationalConnection>(), command.ParameterValues, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.LinqQuery);
        await using var answer = await command.RelationalCommand.ExecuteReaderAsync(parameters, cancellation);
        db.Arrived = new ArrivedReader(answer.DbDataReader);
        try
        {
            foreach (var (_, _, read) in _queries)
            {
                await read(cancellation);
                await answer.DbDataReader.NextResultAsync(cancellation);
            }
        }
        finally
        {
            db.Arrived = null;
        }
    }

    /// <summary>Two queries may use one name for different values.</summary>
    private string Renamed(string sql, IReadOnlyList<DbParameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            var name = parameter.ParameterName.TrimStart('@');
            parameter.ParameterName = $"q{_queries.Count}_{name}";
            sql = Regex.Replace(sql, $"@{Regex.Escape(name)}(?![A-Za-z0-9_])", $"@{parameter.ParameterName}", RegexOptions.None, Limit);
        }

        return sql;
    }
}
