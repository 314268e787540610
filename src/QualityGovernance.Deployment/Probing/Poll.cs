using System.Globalization;

namespace QualityGovernance.Deployment.Probing;

/// <summary>Looks again and again until what is waited for is so, or the deadline has passed. Nothing here waits for a fixed time.</summary>
public sealed class Poll(TimeProvider time)
{
    /// <param name="what">What is waited for, as the subject of a sentence.</param>
    /// <param name="probe">One look. Its own time limit is what is left of the deadline.</param>
    /// <param name="deadline">From now.</param>
    /// <param name="interval">Between the end of one look and the start of the next.</param>
    /// <param name="seen">Hears of every observation that differs from the one before.</param>
    /// <param name="cancellation">Stops the polling.</param>
    /// <returns>The observation that was waited for.</returns>
    /// <exception cref="PollGaveUpException">It did not come about in time, or cannot any more.</exception>
    public async Task<string> UntilAsync(
        string what,
        Func<CancellationToken, Task<ProbeResult>> probe,
        TimeSpan deadline,
        TimeSpan interval,
        Action<string>? seen = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(probe);
        using var timer = new CancellationTokenSource(deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        var last = "nothing was seen yet";
        while (true)
        {
            try
            {
                var result = await probe(either.Token);
                if (result.Observation != last)
                    seen?.Invoke(result.Observation);
                last = result.Observation;
                if (result.State == ProbeState.Ready)
                    return last;
                if (result.State == ProbeState.Hopeless)
                    throw new PollGaveUpException($"{what} cannot become so any more: {last}", last);
                await Task.Delay(interval, time, either.Token);
            }
            catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellation.IsCancellationRequested)
            {
                var limit = deadline.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
                throw new PollGaveUpException($"{what} was not so within {limit} s. Last seen: {last}", last);
            }
        }
    }
}
