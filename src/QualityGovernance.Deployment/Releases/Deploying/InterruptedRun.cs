using QualityGovernance.Deployment.Releases.Leases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying;

/// <summary>A run whose process is gone while it had an environment.</summary>
internal static class InterruptedRun
{
    /// <summary>What a restore says of the database whose place it took.</summary>
    public const string KeptAs = "kept-as";

    /// <summary>Tells from its receipts how far it came.</summary>
    public static void Tell(DeploymentParts parts, Lease left, StepContext context)
    {
        context.Say($"Left by {left}");
        context.Observe("left-by", left);
        if (!RunId.TryParse(left.Run, out var id) || Run.At(parts.RunsFolder, id) is not { } before || !File.Exists(before.LedgerPath))
        {
            context.Warn($"The receipts of {left.Run} are not in {parts.RunsFolder}: only what is observed now can be told.");
            return;
        }

        var record = RunVerifier.Read(before);
        foreach (var problem in record.Problems)
            context.Warn(problem);
        foreach (var receipt in record.Receipts.Where(receipt => receipt.Kind is ReceiptKind.Step or ReceiptKind.Teardown && receipt.Outcome is not (null or Outcome.NotRun)))
            context.Say($"{receipt.Name} {receipt.Outcome?.Word()}{(receipt.Reason is { } reason ? $": {reason}" : "")}{(receipt.Observations.GetValueOrDefault(KeptAs) is { } kept ? $"; it kept the database before it as {kept}" : "")}");
        var announced = record.Start?.Observations.GetValueOrDefault(Gate.ExpectedSteps)?.Split(' ') ?? [];
        var next = announced.FirstOrDefault(name => record.Step(name) is null);
        context.Say(next is null ? "It had come to its end." : $"It was at work on {next} when it ended.");
        context.Observe("interrupted-at", next ?? "its end");
    }
}
