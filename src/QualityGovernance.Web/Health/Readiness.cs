using QualityGovernance.Platform.Observability;

namespace QualityGovernance.Web.Health;

/// <summary>Whether requests may be sent here, asked anew each time, so that it recovers by itself.</summary>
internal sealed class Readiness(Drain drain, TimeProvider clock)
{
    private const string Draining = "The service is stopping.";

    /// <summary>Its own, so that a database which hangs does not hang the probe.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <returns>What the database answered, if it did, and what is wrong, if anything is.</returns>
    public async Task<(SchemaState? Schema, string? Problem)> AskAsync(ISchemaProbe probe, CancellationToken cancellationToken)
    {
        if (drain.IsDraining)
        {
            drain.Announced();
            return (null, Draining);
        }

        var state = await SchemaAsync(probe, cancellationToken);
        return (state, state.IsReady ? null : state.Problem ?? "The database has a schema that this release does not serve on.");
    }

    /// <summary>What the database has, within the limit.</summary>
    public async Task<SchemaState> SchemaAsync(ISchemaProbe probe, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            // WaitAsync as well: a connection that is being opened may not heed the token.
            return await probe.ProbeAsync(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SchemaState(false, null, false, $"The database did not answer within {Limit.TotalSeconds:0} s.");
        }
    }
}
