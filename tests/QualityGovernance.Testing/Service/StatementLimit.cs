using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace QualityGovernance.Testing.Service;

/// <summary>
/// Counts what each request sends to the database, one for each round trip, and fails the call of one that succeeded and needed too many: so every test that
/// calls the service is a count as well. Apart counts what no operation can save: the look-up of the account with every request, because a disabled account must
/// be out at once, and what a caller asks for by a header, which is to keep the answer or to compare the record first. A call fails as well whose statement takes two
/// columns without a value for equal: so EF translates == between two that may be null, and a condition on a parent then holds for everything that has none.
/// </summary>
public sealed partial class StatementLimit : DbCommandInterceptor, IStartupFilter
{
    public const int Most = 3;

    /// <summary>The key is taken before the work and the answer kept after it.</summary>
    private const int ForIdempotency = 2;

    private readonly AsyncLocal<List<string>?> _sent = new();

    /// <summary>Gets the name of each operation that succeeded, and what it sent beside the look-up of the account.</summary>
    public Action<string, IReadOnlyList<string>>? Counted { get; set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(CountAsync);
        next(app);
    };

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Note(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Note(command, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => new(Note(command, result));

    private async Task CountAsync(HttpContext http, RequestDelegate next)
    {
        List<string> sent = [];
        _sent.Value = sent;
        await next(http);
        _sent.Value = null;
        if (http.Response.StatusCode is < 200 or > 299) return;

        var own = http.Request.Headers.Authorization.Count > 0 && sent is [var first, ..] && first.Contains("is_superuser", StringComparison.Ordinal) ? sent[1..] : sent;
        var operation = http.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? http.Request.Path;
        Counted?.Invoke(operation, own);
        if (own.Find(statement => BothMissing().IsMatch(statement)) is { } loose)
            throw new InvalidOperationException($"{operation} ({http.Request.Method} {http.Request.Path}) takes two columns for equal where neither has a value. Say that the first is not null, too.\n{loose}");
        if (own.Count <= Most + AskedFor(http.Request)) return;
        throw new InvalidOperationException(
            $"{operation} ({http.Request.Method} {http.Request.Path}) sent {own.Count} statements; at most {Most} are accepted. Compose its questions with RoundTrip.\n{string.Join("\n--\n", own)}");
    }

    [GeneratedRegex("""OR \(\w+\.\w+ IS NULL AND \w+\.\w+ IS NULL\)""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex BothMissing();

    private static int AskedFor(HttpRequest request) =>
        (request.Headers.ContainsKey("Idempotency-Key") ? ForIdempotency : 0)
        + (!HttpMethods.IsGet(request.Method) && (request.Headers.IfMatch.Count > 0 || request.Headers.IfNoneMatch.Count > 0) ? Most : 0); // as reading it costs

    private InterceptionResult<T> Note<T>(DbCommand command, InterceptionResult<T> result)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (!result.HasResult) _sent.Value?.Add(command.CommandText); // else it arrived on an earlier trip
        return result;
    }
}
