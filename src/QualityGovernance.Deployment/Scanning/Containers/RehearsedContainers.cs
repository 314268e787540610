using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks.Hardening;

namespace QualityGovernance.Deployment.Scanning.Containers;

/// <summary>What the last rehearsal of an image saw of its running containers, as its receipts say.</summary>
/// <param name="Run">The rehearsal.</param>
/// <param name="Seen">When.</param>
/// <param name="Rules">Each container with the rules that it kept.</param>
internal sealed record RehearsedContainers(RunId Run, DateTimeOffset Seen, string Rules)
{
    /// <returns>Null where no intact record tells of containers of this image.</returns>
    public static RehearsedContainers? Find(string runsFolder, string imageId)
    {
        foreach (var record in new RunHistory(runsFolder).Runs.Reverse().Select(RunVerifier.Read))
        {
            if (record is not { Start.Name: "Rehearsal", IsFinished: true, Problems.Count: 0 } || record.Step("BuildImage")?.Inputs.GetValueOrDefault("image-id") != imageId)
                continue;
            if (record.Step("VerifyHealth") is { Outcome: Outcome.Passed } step && step.Observations.GetValueOrDefault(RunningHardening.Observation) is { Length: > 0 } rules)
                return new RehearsedContainers(record.Run.Id, step.Ended, rules);
        }

        return null;
    }

    /// <summary>Rules of today that were not asked then, or that a container did not keep.</summary>
    public IReadOnlyList<string> Unasked()
    {
        var containers = Rules.Split("; ").Select(one => one.Split(": ", 2)).ToDictionary(one => one[0], one => one[^1].Split(' '));
        return [.. containers.SelectMany(one => HardeningRules.All.Select(rule => rule.Id).Except(one.Value).Select(id => $"{id} of {one.Key}"))];
    }
}
