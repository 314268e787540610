namespace QualityGovernance.Deployment.Runs;

/// <summary>One execution of a procedure and the folder that holds everything it leaves behind.</summary>
/// <param name="Id">The name of the run, also of its folder.</param>
/// <param name="Folder">Absolute path, <c>artifacts/runs/&lt;id&gt;</c>.</param>
public sealed record Run(RunId Id, string Folder)
{
    public const string LedgerName = "receipts.jsonl";

    public string LedgerPath => Path.Combine(Folder, LedgerName);

    public string LogFolder => Path.Combine(Folder, "logs");

    /// <summary>Makes the folder of a new run; an id that is taken is never written into again.</summary>
    public static Run Create(string runsFolder, TimeProvider time)
    {
        while (true)
        {
            var run = At(runsFolder, RunId.New(time));
            if (Directory.Exists(run.Folder))
                continue;
            Directory.CreateDirectory(run.LogFolder);
            return run;
        }
    }

    public static Run At(string runsFolder, RunId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new Run(id, Path.Combine(Path.GetFullPath(runsFolder), id.Value));
    }

    /// <exception cref="DeploymentException">No such run was recorded here.</exception>
    public static Run Find(string runsFolder, string? id)
    {
        var run = At(runsFolder, RunId.Parse(id));
        return File.Exists(run.LedgerPath)
            ? run
            : throw new DeploymentException($"Run {run.Id} has left no receipts: {run.LedgerPath} does not exist.", "ls artifacts/runs");
    }
}
