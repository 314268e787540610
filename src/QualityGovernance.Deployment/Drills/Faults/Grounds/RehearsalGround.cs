using QualityGovernance.Deployment.Drills.Faults.Planting;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;

namespace QualityGovernance.Deployment.Drills.Faults.Grounds;

/// <summary>A checkout to rehearse. Nothing serves before a rehearsal, and nothing after it.</summary>
internal sealed class RehearsalGround : IFaultGround
{
    private readonly ContainerEngine engine;
    private readonly string root;

    public RehearsalGround(ContainerEngine engine, FaultMatrixOptions options)
    {
        this.engine = engine;
        root = Path.Combine(options.Folder, "rehearsal");
        GroundCheckout.Make(options.Root, root);
        GroundCheckout.Write(root, "Dockerfile", GroundCheckout.Dockerfile(options.Image));
    }

    public IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>();

    public Task ResetAsync(FaultCell cell, CancellationToken cancellation) => Task.CompletedTask;

    public IReadOnlyList<string> MayServe(FaultCell cell) => [];

    public FaultOrder OrderOf(FaultCell cell) => Order();

    public Task<string> ServesAsync(CancellationToken cancellation) => Task.FromResult("nothing");

    /// <summary>Only a killed rehearsal leaves anything, for the next one to remove.</summary>
    public Task<IReadOnlyList<FaultOrder>> RecoveriesAsync(FaultCell cell, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<FaultOrder>>(
        cell.Kind == FaultKind.KilledBuild ? [Order() with { Until = nameof(RehearsalStep.CleanRehearsal) }] : []);

    public async Task<IReadOnlyList<string>> RemainsAsync(string owner, string? run, CancellationToken cancellation)
    {
        var remains = new List<string>(await GroundRemains.FindAsync(engine, root, owner, cancellation));
        if (run is null)
            return remains;
        var labels = Labels.For(Purposes.Rehearsal, run);
        remains.AddRange((await engine.VolumesAsync(labels, cancellation)).Select(volume => $"volume {volume}"));
        remains.AddRange((await engine.NetworksAsync(labels, cancellation)).Select(network => $"network {network[..12]}"));
        if (await engine.ImageAsync($"quality-governance:rehearsal-{run}", cancellation) is not null)
            remains.Add($"image quality-governance:rehearsal-{run}");
        return remains;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private FaultOrder Order() => new() { Procedure = FaultPlan.Rehearsal, Root = root, Folder = Path.Combine(root, "orders"), RunsFolder = Path.Combine(root, "runs") };
}
