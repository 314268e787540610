using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Steps;

/// <summary>Ends the sandbox and removes its volume, and nothing that does not carry the labels of this project.</summary>
internal sealed class DestroyDataStep(DrillGround ground, DrillFindings findings) : IStep
{
    public string Name => "DestroyData";

    public TimeSpan Deadline => TimeSpan.FromMinutes(3);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        findings.Destroyed = ground.Time.GetUtcNow();
        await ground.Sandbox.Stack.DownAsync(volumes: true, context.Log, cancellation);
        findings.LateMarkers = await findings.Writing.WaitAsync(cancellation);
        context.Observe("markers-after-the-backup", findings.LateMarkers.Count);
        var labels = new Dictionary<string, string> { [Labels.ComposeProject] = ground.Sandbox.Stack.Project, [Labels.Project] = Labels.ProjectName };
        var volumes = await ground.Engine.VolumesAsync(labels, cancellation);
        context.Observe("volumes-left", volumes.Count);
        if (volumes.Count > 0)
            throw new StepFailedException($"The data was to be destroyed, and {string.Join(", ", volumes)} is still there.");
    }
}
