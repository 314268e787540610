using System.Net;

namespace QualityGovernance.Deployment.Probing;

/// <summary>
/// Asks one address and believes it only if the status **and** the content are right: a 500 with the right body is not healthy,
/// nor is a 200 with another body, which is what a foreign server on the port would give.
/// </summary>
/// <param name="client">Has the base address of the service.</param>
/// <param name="path">For example <c>/healthz</c>.</param>
/// <param name="expected">What properties of the JSON body have to say.</param>
public sealed class HealthProbe(HttpClient client, string path, IReadOnlyDictionary<string, string> expected)
{
    public async Task<ProbeResult> LookAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            return Judge(await JsonAnswer.ReadAsync(response, cancellation));
        }
        catch (HttpRequestException e)
        {
            return ProbeResult.NotYet($"GET {path}: {e.Message}");
        }
        catch (TaskCanceledException e) when (e.InnerException is TimeoutException)
        {
            return ProbeResult.NotYet($"GET {path}: no answer within {client.Timeout.TotalSeconds:0} s");
        }
    }

    private ProbeResult Judge(JsonAnswer answer)
    {
        var seen = $"GET {path}: {answer}";
        if (answer.Status != HttpStatusCode.OK)
            return ProbeResult.NotYet(seen);
        foreach (var (property, value) in expected)
        {
            if (answer[property] != value)
                return ProbeResult.NotYet($"{seen} (\"{property}\" should be \"{value}\")");
        }

        return ProbeResult.Ready(seen);
    }
}
