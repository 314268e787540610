using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Steps;

/// <summary>Through the application: every marker of before the backup, as it was. Then the two figures that the drill is held for.</summary>
internal sealed class VerifyRecoveryStep(DrillGround ground, DrillOptions options, DrillAccount account, DrillFindings findings, HttpClient client) : IStep
{
    public string Name => "VerifyRecovery";

    public TimeSpan Deadline => TimeSpan.FromMinutes(5);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var serving = await ground.Sandbox.Stack.FindAsync(StackServices.App, cancellation);
        context.Observe("serving-image", serving?.ImageId ?? "none");
        if (serving?.ImageId != findings.Image?.Id)
            throw new StepFailedException($"What serves was made from {serving?.ImageId ?? "nothing"}; rebuilt was {findings.Image?.Id ?? "nothing"}.");

        var api = await account.LogInAsync(client, cancellation);
        foreach (var marker in findings.Markers)
        {
            var now = await api.GetAsync(marker.Path, cancellation);
            if (!JsonNode.DeepEquals(now.Json, marker.Stored))
                throw new StepFailedException($"GET {marker.Path} answers {now} after the recovery, and before it was {marker.Stored.ToJsonString()}.");
        }

        context.Observe("markers-recovered", $"{findings.Markers.Count} of {findings.Markers.Count}, equal");
        await MeasureAsync(context, api, cancellation);
    }

    private async Task MeasureAsync(StepContext context, ApiClient api, CancellationToken cancellation)
    {
        var recovered = findings.Markers[^1];
        var lost = 0;
        foreach (var marker in findings.LateMarkers)
        {
            if (await api.ExistsAsync(marker.Path, cancellation))
                recovered = marker;
            else
                lost++;
        }

        var newest = findings.LateMarkers is [.., var last] ? last : recovered;
        findings.RecoveryTime = ground.Time.GetUtcNow() - findings.Destroyed;
        findings.RecoveryPoint = newest.Acknowledged - recovered.Acknowledged;
        context.Observe("markers-lost", lost);
        context.Observe("recovery-time-seconds", Seconds(findings.RecoveryTime.Value));
        context.Observe("recovery-point-seconds", Seconds(findings.RecoveryPoint.Value));
        context.Say($"Recovery time {Seconds(findings.RecoveryTime.Value)} s of {options.RecoveryTime.TotalSeconds:0} s, recovery point {Seconds(findings.RecoveryPoint.Value)} s of {options.RecoveryPoint.TotalSeconds:0} s ({lost} markers lost that were acknowledged after the backup)");
        if (findings.RecoveryTime > options.RecoveryTime)
            throw new StepFailedException($"The recovery took {Seconds(findings.RecoveryTime.Value)} s, and the budget is {options.RecoveryTime.TotalSeconds:0} s.");
        if (findings.RecoveryPoint > options.RecoveryPoint)
            throw new StepFailedException($"What was acknowledged in the last {Seconds(findings.RecoveryPoint.Value)} s is lost, and the budget is {options.RecoveryPoint.TotalSeconds:0} s.");
    }

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
