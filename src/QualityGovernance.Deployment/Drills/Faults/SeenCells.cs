using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>What an earlier run of the matrix saw, and those that it went on from itself: a run that was interrupted after hours is gone on with and not begun again.</summary>
/// <param name="Commits">Of the sources that they were made with.</param>
/// <param name="Good">The run in which a cell was seen to be as demanded, by the name of the cell. What failed there, or was not run, is not among them.</param>
internal sealed record SeenCells(IReadOnlyList<string> Commits, IReadOnlyDictionary<string, string> Good)
{
    /// <summary>Names the earlier run among the inputs of the one that goes on from it.</summary>
    public const string Resumes = "resumes";

    public static SeenCells None { get; } = new([], new Dictionary<string, string>());

    /// <param name="runsFolder">Where runs are recorded.</param>
    /// <param name="id">The earlier run; null: there is none.</param>
    /// <param name="image">That the faults are planted into now.</param>
    /// <exception cref="DeploymentException">It is no run of the matrix, its record is not whole, or it was of another image.</exception>
    public static SeenCells Read(string runsFolder, string? id, string image)
    {
        var commits = new List<string>();
        var good = new Dictionary<string, string>();
        for (var next = id; next is not null;)
        {
            var record = RunVerifier.Read(Run.Find(runsFolder, next));
            if (record.Start is not { Name: FaultMatrix.Name } start)
                throw new DeploymentException($"{next} is a run of {record.Start?.Name ?? "nothing"}, and not of {FaultMatrix.Name}: there is nothing to go on from.", "ls artifacts/runs");
            if (record.Problems is [var problem, ..])
                throw new DeploymentException($"The record of {next} is not whole, so nothing in it counts: {problem}", $"./build.sh VerifyRun --run {next}");
            if (start.Inputs.GetValueOrDefault("image") is var before && before != image)
                throw new DeploymentException($"{next} was of the image {before}, and this run is of {image}: what was seen of the one says nothing of the other.", $"./build.sh {FaultMatrix.Name} --fault-image {before} --resume {next}");
            foreach (var receipt in record.Steps.Where(receipt => receipt.Outcome == Outcome.Passed))
                good.TryAdd(receipt.Name, next);
            commits.Add(start.Inputs.GetValueOrDefault("commit", "unknown"));
            next = start.Inputs.GetValueOrDefault(Resumes);
        }

        return new SeenCells([.. commits.Distinct()], good);
    }
}
