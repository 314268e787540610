using System.Security.Cryptography;
using System.Text;
using QualityGovernance.Deployment.Drills.Faults.Grounds;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>
/// Breaks every step of every procedure in every way, for real, on ground of its own, and demands of each the same: the right step is named, nothing of ours is
/// left or a stated command removes it, and nobody else notices.
/// </summary>
/// <param name="options">Where everything is.</param>
/// <param name="launcher">Starts procedures in processes of their own.</param>
/// <param name="machine">Where the docker programs are looked for.</param>
/// <param name="mask">Gets every secret of the drill.</param>
/// <param name="time">The clock.</param>
/// <param name="console">Hears what is done.</param>
public sealed class FaultMatrix(FaultMatrixOptions options, FaultLauncher launcher, IMachine machine, SecretMask mask, TimeProvider time, IRunConsole console)
{
    public async Task<ProcedureResult> RunAsync(ProcedureSession session, IReadOnlyList<FaultCell> cells, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var applying = cells.Where(cell => FaultExemptions.WhyNotApplicable(cell) is null).ToList();
        if (applying.Count == 0)
            throw new DeploymentException("No cell of the matrix that was asked for applies.", "./build.sh FaultMatrix --list");
        var engine = await new DockerClients(session.Runner, machine).FindAsync(cancellation);
        var image = (await engine.ImageAsync(options.Image, cancellation) ?? throw new DeploymentException($"The image {options.Image} is not on the engine.", "./build.sh Rehearsal")).Id;
        var bases = new BaseImages(engine, machine, options.Root, Detail, Detail);
        var postgres = (await bases.PresentAsync(cancellation) ?? await bases.EnsureAsync(cancellation: cancellation)).Postgres;
        console.Line(RunLevel.Normal, $"{applying.Count} of {cells.Count} cells apply; that takes about {FaultTable.Estimate(applying).TotalMinutes:0} minutes.");
        await session.BeginAsync([.. applying.Select(cell => cell.ToString())], Inputs(cells, image), cancellation);
        using var alone = Lock();
        await using var bystanders = new FaultBystanders(engine, postgres, $"{Stack}-bystander", time);
        await bystanders.StandAsync(cancellation);
        await using var grounds = new FaultGrounds(engine, options, launcher, machine, mask, time, console, Stack);
        var receipts = new List<Receipt>();
        foreach (var cell in applying.TakeWhile(_ => !cancellation.IsCancellationRequested))
            receipts.Add(await session.StepAsync(new FaultCellStep(cell, options, launcher, token => grounds.OfAsync(cell.Procedure, token), bystanders, session.Runner), scene: null, cancellation));
        foreach (var line in FaultTable.Lines(cells, receipts))
            console.Line(RunLevel.Normal, line);
        return session.Finish();
    }

    /// <summary>One for each checkout, so that what a killed drill left is found by the next.</summary>
    private string Stack => "qgp-faults-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(options.Root))))[..8];

    private static Dictionary<string, string> Inputs(IReadOnlyList<FaultCell> cells, string image)
    {
        var inputs = new Dictionary<string, string> { ["image"] = image };
        foreach (var cell in cells)
        {
            if (FaultExemptions.WhyNotApplicable(cell) is { } reason)
                inputs[$"does not apply: {cell}"] = reason;
        }

        return inputs;
    }

    private FileStream Lock() => ExclusiveFile.Hold(Path.GetFullPath(options.Folder) + ".lock", "Another drill of faults is at work in this checkout:");

    private void Detail(string line) => console.Line(RunLevel.Detail, line);
}
