using QualityGovernance.Deployment.Drills.Deployment;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.EndToEnd.Tests.Runbook;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A drill of deployments from a copy of the stack file, in which a test may put a fault.</summary>
internal sealed class DrilledDeployment : IDisposable
{
    private readonly StackCheckout checkout = new();
    private readonly SecretMask mask = new();

    public RecordingConsole Console { get; } = new();

    public string RunsFolder => Path.Combine(checkout.Root, "artifacts", "runs");

    public void Change(string line, string into) => checkout.Change(line, into);

    /// <summary>For a test that types what the runbook says, from an image of its own.</summary>
    public TypedCommands Typing(Type test, string image)
    {
        checkout.Write(".nuke/parameters.json", $$"""{ "DrillImage": "{{image}}", "DrillTolerance": 40 }""");
        return new TypedCommands(test, checkout.Root, new Dictionary<string, string>());
    }

    /// <summary>Few requests, and as much time as a busy machine may need: what is measured here is not speed.</summary>
    public async Task<ProcedureResult> RunAsync(string image)
    {
        var options = new DeployDrillOptions(checkout.Root, Path.Combine(checkout.Root, "drill"), RunsFolder, image)
        {
            Requests = 300,
            Rate = 25,
            RolloutDeadline = TimeSpan.FromSeconds(40),
            RejectionLimit = TimeSpan.FromMinutes(10),
            DeadlineTolerance = TimeSpan.FromMinutes(10),
            RollbackLimit = TimeSpan.FromMinutes(10),
        };
        using var session = new ProcedureSession(new ProcedureOptions("DeployDrill", checkout.Root, RunsFolder), Console, new ProcessRunner(mask), mask, TimeProvider.System);
        return await new DeployDrill(options, new Machine(), mask, TimeProvider.System, Console).RunAsync(session);
    }

    public void Dispose() => checkout.Dispose();
}
