using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Scanning.Waivers;

/// <summary>Which waivers are open, and what each of them covered in the scans before. Those that do not count are named.</summary>
internal sealed class WaiversStep(WaiverUse use) : IStep
{
    public string Name => "Waivers";

    public TimeSpan Deadline => TimeSpan.FromMinutes(1);

    public Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var list = use.List;
        context.Observe("open", list.Open.Count);
        context.Observe("expired", list.Expired.Count);
        context.Observe("malformed", list.Problems.Count);
        foreach (var (waiver, number) in list.Open.Select((waiver, index) => (waiver, index + 1)))
        {
            var covered = use.Covered(waiver);
            context.Observe($"waiver {number:00}", $"{waiver}; covers {covered switch { 0 => "nothing that was found", 1 => "1 finding", _ => $"{covered} findings" }}");
            if (covered == 0)
                context.Warn($"{WaiverList.FileName}: no scan found {waiver.Finding} at {waiver.Where}. Remove the waiver, unless a scan above is unknown.");
        }

        foreach (var (waiver, number) in list.Expired.Select((waiver, index) => (waiver, index + 1)))
        {
            context.Observe($"expired {number:00}", $"{waiver}");
            context.Warn($"{WaiverList.FileName}: the waiver of {waiver.Finding} at {waiver.Where} by {waiver.By} ended on {waiver.Until:yyyy-MM-dd}, and does not count.");
        }

        foreach (var problem in list.Problems)
            context.Warn(problem);
        context.Say($"{list.Open.Count} open, {list.Expired.Count} over, {list.Problems.Count} that are none");
        if (list.Problems is [var first, ..])
            context.CannotTell($"What is waived is not known in full: {first}");
        return Task.CompletedTask;
    }
}
