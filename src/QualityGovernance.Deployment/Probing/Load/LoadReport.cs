using System.Globalization;

namespace QualityGovernance.Deployment.Probing.Load;

/// <summary>What a load saw.</summary>
/// <param name="Sent">All requests that were due.</param>
/// <param name="ByRequest">Their kinds.</param>
/// <param name="Failures">All of them.</param>
/// <param name="Latencies">Of every answer, from sending to the last byte, ascending.</param>
/// <param name="Duration">From the first request to the last answer.</param>
internal sealed record LoadReport(long Sent, IReadOnlyDictionary<string, long> ByRequest, IReadOnlyList<LoadFailure> Failures, IReadOnlyList<TimeSpan> Latencies, TimeSpan Duration)
{
    /// <param name="share">0.5 is the median.</param>
    public TimeSpan Quantile(double share) => Latencies.Count == 0 ? TimeSpan.Zero : Latencies[(int)Math.Min(Latencies.Count - 1, share * Latencies.Count)];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Failures.Count} of {Sent} requests failed in {Duration.TotalSeconds:0.0} s ({string.Join(", ", ByRequest.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} x {pair.Key}"))}); median {Quantile(0.5).TotalMilliseconds:0} ms, p99 {Quantile(0.99).TotalMilliseconds:0} ms");
}
