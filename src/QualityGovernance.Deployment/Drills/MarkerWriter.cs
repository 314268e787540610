using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Drills;

/// <summary>Writes markers through the application, one after the other, until it does not answer any more.</summary>
internal sealed class MarkerWriter(ApiClient api, string run, TimeProvider time)
{
    private const string Incidents = "/api/v1/incidents";

    private int count;

    public async Task<DrillMarker> WriteAsync(CancellationToken cancellation)
    {
        var created = await api.CreateAsync(
            Incidents,
            new JsonObject
            {
                ["title"] = $"Reset drill {run}: marker {++count}",
                ["description"] = "Written by a reset drill, to be found again after the recovery.",
                ["incident_date"] = "2026-01-02T03:04:05Z",
                ["severity"] = "low",
                ["location"] = "Drill",
            },
            cancellation);
        var path = $"{Incidents}/{created["id"] ?? throw new ApiException($"POST {Incidents}", created, "an id")}";
        var acknowledged = time.GetUtcNow();
        var stored = await api.GetAsync(path, cancellation);
        return new DrillMarker(path, acknowledged, stored.Json!);
    }

    /// <summary>Everything that was acknowledged before the application went away.</summary>
    public async Task<IReadOnlyList<DrillMarker>> WriteUntilGoneAsync(CancellationToken cancellation)
    {
        var markers = new List<DrillMarker>();
        try
        {
            while (!cancellation.IsCancellationRequested)
                markers.Add(await WriteAsync(cancellation));
        }
        catch (Exception e) when (e is DeploymentException or OperationCanceledException)
        {
            // It is being destroyed, which is what was waited for; what was acknowledged until then is what counts.
        }

        return markers;
    }
}
