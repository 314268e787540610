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
    public const string Name = "FaultMatrix";

    public async Task<ProcedureResult> RunAsync(ProcedureSession session, IReadOnlyList<FaultCell> cells, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var applying = cells.Where(cell => FaultExemptions.WhyNotApplicable(cell) is null).ToList();
        if (applying.Count == 0)
            throw new DeploymentException("No cell of the matrix that was asked for applies.", "./build.sh FaultMatrix --list");
        var engine = await new DockerClients(session.Runner, machine).FindAsync(cancellation);
        var image = (await engine.ImageAsync(options.Image, cancellation) ?? throw new DeploymentException($"The image {options.Image} is not on the engine.", "./build.sh Rehearsal")).Id;
        var seen = SeenCells.Read(options.RunsFolder, options.Resume, image);
        var left = applying.Where(cell => !seen.Good.ContainsKey(cell.ToString())).ToList();
        if (left.Count == 0)
            throw new DeploymentException($"Every cell that was asked for was seen in {options.Resume} already: there is nothing left to run.", $"./build.sh VerifyRun --run {options.Resume}");
        var bases = new BaseImages(engine, machine, options.Root, Detail, Detail);
        var postgres = (await bases.PresentAsync(cancellation) ?? await bases.EnsureAsync(cancellation: cancellation)).Postgres;
        Say($"{applying.Count} of {cells.Count} cells apply{(left.Count < applying.Count ? $", and {applying.Count - left.Count} of them were seen before" : "")}; {left.Count} are run, which takes about {FaultPace.Of(left).TotalMinutes:0} minutes.");
        var run = await session.BeginAsync([.. left.Select(cell => cell.ToString())], (_, source) => Inputs(cells, image, seen, source), cancellation);
        using var alone = Lock();
        await using var bystanders = new FaultBystanders(engine, postgres, $"{Stack}-bystander", time);
        await bystanders.StandAsync(cancellation);
        await using var grounds = new FaultGrounds(engine, options, launcher, machine, mask, time, console, Stack);
        var receipts = new List<Receipt>();
        foreach (var cell in left.TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            receipts.Add(await session.StepAsync(new FaultCellStep(cell, options, launcher, token => grounds.OfAsync(cell.Procedure, token), bystanders, session.Runner), scene: null, cancellation));
            if (receipts.Count < left.Count)
                Say($"  {receipts.Count} of {left.Count}, {receipts.Count(receipt => receipt.Outcome == Outcome.Failed)} of them not as demanded; about {FaultPace.Left([.. left.Skip(receipts.Count)], receipts).TotalMinutes:0} minutes are left.");
        }

        foreach (var line in FaultTable.Lines(cells, receipts, seen))
            Say(line);
        if (receipts.Any(receipt => receipt.Outcome != Outcome.Passed) || receipts.Count < left.Count)
            Say($"What is not as demanded, or was not run, and nothing else: ./build.sh FaultMatrix --resume {run.Id}");
        return session.Finish();
    }

    /// <summary>Of the names of its grounds, and of what stands beside them.</summary>
    internal const string Prefix = "qgp-faults-";

    /// <summary>One for each checkout, so that what a killed drill left is found by the next.</summary>
    private string Stack => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(options.Root))))[..8];

    private Dictionary<string, string> Inputs(IReadOnlyList<FaultCell> cells, string image, SeenCells seen, SourceState source)
    {
        var inputs = new Dictionary<string, string> { ["image"] = image };
        if (options.Resume is { } earlier)
            inputs[SeenCells.Resumes] = earlier;
        foreach (var commit in seen.Commits.Where(commit => commit != source.Commit))
            console.Line(RunLevel.Warning, $"  Some cells were seen with the procedures of commit {commit}, and those of {source.Commit} are here now: what was changed in between is not seen again.");
        foreach (var cell in cells)
        {
            if (FaultExemptions.WhyNotApplicable(cell) is { } reason)
                inputs[$"does not apply: {cell}"] = reason;
            else if (seen.Good.TryGetValue(cell.ToString(), out var run))
                inputs[$"seen before: {cell}"] = run;
        }

        return inputs;
    }

    private FileStream Lock() => ExclusiveFile.Hold(Path.GetFullPath(options.Folder) + ".lock", "Another drill of faults is at work in this checkout:");

    private void Say(string line) => console.Line(RunLevel.Normal, line);

    private void Detail(string line) => console.Line(RunLevel.Detail, line);
}
