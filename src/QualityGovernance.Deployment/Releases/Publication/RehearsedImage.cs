using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>An image that passed a rehearsal, as its receipts say, and that the engine still has.</summary>
/// <param name="Run">The rehearsal.</param>
/// <param name="Image">As the engine has it now.</param>
internal sealed record RehearsedImage(RunId Run, ImageFacts Image)
{
    private const string Rehearse = "./build.sh Rehearsal";

    public string BaseKind => Image.Labels.GetValueOrDefault(Labels.BaseKind, "");

    public bool IsOnStandIn => BaseKind != Images.BaseKind.Official.Word();

    /// <summary>The newest rehearsal of a commit that all its receipts call good, with an image that is here.</summary>
    /// <exception cref="DeploymentException">There is none; says what is missing.</exception>
    public static async Task<RehearsedImage> FindAsync(ContainerEngine engine, string runsFolder, string commit, CancellationToken cancellation)
    {
        var runs = new RunHistory(runsFolder).Runs.Reverse().Select(RunVerifier.Read)
            .Where(record => record.Start is { Name: "Rehearsal" } start && start.Inputs.GetValueOrDefault("commit") == commit)
            .ToList();
        var good = runs.FirstOrDefault(record => RehearsalPlan.Gate.Judge(record).Judgement == Judgement.Passed && record.Start!.Inputs.GetValueOrDefault("dirty") == "no");
        if (good is null)
        {
            var why = runs is [var last, ..] ? $"the last one, {last.Run.Id}, {Reason(last)}" : "it was never rehearsed";
            throw new DeploymentException($"There is no good rehearsal of commit {commit}: {why}.", Rehearse);
        }

        var id = good.Step("BuildImage")!.Inputs.GetValueOrDefault("image-id") ?? throw new DeploymentException($"Rehearsal {good.Run.Id} names no image.", Rehearse);
        var image = await engine.ImageAsync(id, cancellation)
            ?? throw new DeploymentException($"The image {id} that rehearsal {good.Run.Id} saw is not on this engine any more: an engine keeps the image of the last rehearsal, and those of releases. Another build of the same sources is another image, so this commit has to be rehearsed again.", Rehearse);
        // A later rehearsal that saw the same image fail says more about it than an earlier one that did not.
        if (runs.TakeWhile(record => record.Run.Id != good.Run.Id).FirstOrDefault(record => record.Step("BuildImage")?.Inputs.GetValueOrDefault("image-id") == id && RehearsalPlan.Gate.Judge(record).Judgement == Judgement.Failed) is { } newer)
            throw new DeploymentException($"Rehearsal {newer.Run.Id} of the same image {id} {Reason(newer)}, after {good.Run.Id} was good: what it saw has to be explained first.", Rehearse);
        return new RehearsedImage(good.Run.Id, image);
    }

    private static string Reason(RunRecord record) => RehearsalPlan.Gate.Judge(record) is { Judgement: not Judgement.Passed } verdict
        ? $"is {verdict.Word} ({string.Join(" ", verdict.Reasons.Take(1))})"
        : "was made with uncommitted changes";
}
