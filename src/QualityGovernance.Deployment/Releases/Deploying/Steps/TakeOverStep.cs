using QualityGovernance.Deployment.Releases.Leases;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Deploying.Steps;

/// <summary>Takes the environment over from a run that is gone, and tells from its receipts how far it came.</summary>
internal sealed class TakeOverStep(DeploymentParts parts, DeploymentRequest request, string run, DeploymentFindings findings) : IStep
{
    public string Name => "TakeOver";

    public TimeSpan Deadline => TimeSpan.FromMinutes(2);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        findings.Lease = await parts.Book.TakeOverAsync(parts.Book.New(request.Procedure, run, request.Reason), cancellation)
            ?? throw new StepFailedException($"Nobody has {parts.Environment.Name}, and nobody left it: there is nothing to recover.", nextCommand: $"./build.sh Deploy --environment {parts.Environment.Name} --tag v1.0.0 --dry-run");
        // A recovery that fails leaves the environment to the next one.
        findings.Unfinished = "what the interrupted run began";
        var left = findings.Lease.Lease.Recovers!;
        context.Say($"Left by {left}");
        context.Observe("left-by", left);
        Tell(left, context);
    }

    private void Tell(Lease left, StepContext context)
    {
        if (!RunId.TryParse(left.Run, out var id) || Run.At(parts.RunsFolder, id) is not { } before || !File.Exists(before.LedgerPath))
        {
            context.Warn($"The receipts of {left.Run} are not in {parts.RunsFolder}: only what is observed now can be told.");
            return;
        }

        var record = RunVerifier.Read(before);
        foreach (var problem in record.Problems)
            context.Warn(problem);
        foreach (var receipt in record.Steps.Where(receipt => receipt.Outcome is not Outcome.NotRun))
            context.Say($"{receipt.Name} {receipt.Outcome?.Word()}{(receipt.Reason is { } reason ? $": {reason}" : "")}");
        var announced = record.Start?.Observations.GetValueOrDefault(Gate.ExpectedSteps)?.Split(' ') ?? [];
        var next = announced.FirstOrDefault(name => record.Step(name) is null);
        context.Say(next is null ? "It had come to its end." : $"It was at work on {next} when it ended.");
        context.Observe("interrupted-at", next ?? "its end");
    }
}
