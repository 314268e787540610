using QualityGovernance.Deployment.Drills.Faults.Grounds;
using QualityGovernance.Deployment.Drills.Faults.Planting;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>One cell of the matrix: the procedure is run with its fault, everything is looked at, recovered where that is needed, and looked at again.</summary>
internal sealed class FaultCellStep(FaultCell cell, FaultMatrixOptions options, FaultLauncher launcher, Func<CancellationToken, Task<IFaultGround>> groundOf, FaultBystanders bystanders, ICommandRunner runner) : IStep
{
    public string Name => cell.ToString();

    public TimeSpan Deadline => TimeSpan.FromMinutes(20);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var ground = await groundOf(cancellation);
        await ground.ResetAsync(cell, cancellation);
        var seen = await SeeAsync(ground, context, cancellation);
        context.Observe("exit-code", seen.ExitCode);
        context.Observe("ended", seen.Failed is { } failed ? $"failed at {failed.Name}: {failed.Reason}" : seen.EndedWell ? $"well: {FaultExemptions.WhyTolerated(cell) ?? "nobody knows why"}" : "killed");
        context.Observe("recovery", seen.Recovery ?? "none was needed");
        context.Observe("served", seen.ServedAfter);
        var complaints = FaultJudge.Complaints(seen);
        if (complaints.Count > 0)
            throw new StepFailedException(complaints.Count == 1 ? complaints[0] : $"{complaints.Count} things are not as they have to be.", complaints, $"./build.sh FaultMatrix --procedure {cell.Procedure} --step {cell.Step} --fault {cell.Kind}");
    }

    private async Task<FaultSighting> SeeAsync(IFaultGround ground, StepContext context, CancellationToken cancellation)
    {
        var process = launcher.With(ground.Variables);
        var order = ground.OrderOf(cell) with
        {
            Fault = cell,
            Folder = Path.Combine(ground.OrderOf(cell).Folder, cell.ToString()),
            DeadlineSeconds = (cell.Kind == FaultKind.Hang ? options.HangDeadline : options.Deadline).TotalSeconds,
        };
        if (Directory.Exists(order.Folder))
            Directory.Delete(order.Folder, recursive: true);

        // A small disk has no space for the runs of all cells before.
        if (FaultPlace.DiskOf(cell) == FaultDisk.Record)
            order = order with { RunsFolder = Path.Combine(order.Folder, "runs") };
        var before = await ground.ServesAsync(cancellation);
        var runs = new RunHistory(order.RunsFolder).Runs.Select(one => one.Id).ToHashSet();
        var ended = await RunAsync(process, order, context, cancellation);
        var run = new RunHistory(order.RunsFolder).Runs.FirstOrDefault(one => !runs.Contains(one.Id));
        var recoveries = await ground.RecoveriesAsync(cell, cancellation);
        var recovered = 0;
        foreach (var (recovery, place) in recoveries.Select((recovery, place) => (recovery, place)).TakeWhile(_ => recovered == 0))
            recovered = (await process.RunAsync(recovery with { Folder = $"{order.Folder}-recovery-{place}" }, context.Log, cancellation)).ExitCode;
        return new FaultSighting
        {
            Cell = cell,
            ExitCode = ended.ExitCode,
            Text = $"{ended.Output}\n{ended.Error}",
            Record = run is null ? null : RunVerifier.Read(run),
            Struck = File.Exists(order.StruckFile),
            Recovery = recoveries.Count == 0 ? null : recoveries[0].Procedure,
            RecoveryExitCode = recovered,
            Remains = await ground.RemainsAsync(File.Exists(order.OwnerFile) ? await File.ReadAllTextAsync(order.OwnerFile, cancellation) : "nobody", run?.Id.Value, cancellation),
            ServedBefore = before,
            MayServe = ground.MayServe(cell),
            ServedAfter = await ground.ServesAsync(cancellation),
            Bystanders = await bystanders.ChangesAsync(cancellation),
        };
    }

    private async Task<CommandResult> RunAsync(FaultLauncher process, FaultOrder order, StepContext context, CancellationToken cancellation)
    {
        if (cell.Kind == FaultKind.FullDisk)
            context.Observe("disk", FaultPlace.DiskOf(cell) is null ? "the tool says that it is full" : TinyDisk.CanBeMounted ? "a real one" : "the tool says that it is full: mounting a real one takes root");
        if (FaultPlace.DiskOf(cell) is not { } kind || !TinyDisk.CanBeMounted)
            return await process.RunAsync(order, context.Log, cancellation);
        var folder = kind switch
        {
            FaultDisk.State => Path.Combine(order.State, "staging"),
            FaultDisk.Backups => order.Backups,
            _ => order.RunsFolder,
        };
        await using var disk = await TinyDisk.MountAsync(runner, folder, cancellation);
        return await process.RunAsync(order with { Disk = folder }, context.Log, cancellation);
    }
}
