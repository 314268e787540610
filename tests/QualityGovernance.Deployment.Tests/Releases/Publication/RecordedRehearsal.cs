using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Releases.Publication;

/// <summary>A record as a rehearsal leaves it, without the rehearsal.</summary>
internal static class RecordedRehearsal
{
    public static Run Write(string runsFolder, string commit, string dirty, string image, Outcome last, TimeProvider time)
    {
        var run = Run.Create(runsFolder, time);
        using var ledger = new Ledger(run, text => text);
        var now = time.GetUtcNow();
        ledger.Append(new Receipt
        {
            Kind = ReceiptKind.RunStarted,
            Name = "Rehearsal",
            Started = now,
            Ended = now,
            Observations = new() { ["steps"] = string.Join(' ', RehearsalPlan.Names) },
            Inputs = new() { ["commit"] = commit, ["dirty"] = dirty },
        });
        foreach (var name in RehearsalPlan.Names)
        {
            ledger.Append(new Receipt
            {
                Kind = ReceiptKind.Step,
                Name = name,
                Outcome = name == RehearsalPlan.Names[^1] ? last : Outcome.Passed,
                Reason = "there is a reason",
                Started = now,
                Ended = now,
                Inputs = new() { ["image-id"] = image },
            });
        }

        ledger.Seal(now, now);
        return run;
    }
}
