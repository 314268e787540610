using QualityGovernance.Deployment.Evidence.Attached;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Evidence.Attached;

/// <summary>A run of one receipt that speaks of an image, as scans and bills of materials leave it.</summary>
internal sealed record RecordedReceipt(string Name, Outcome Outcome = Outcome.Passed)
{
    public string Image { get; init; } = "sha256:d0e3e8b941d66f122257080cec5c8fd0";

    public string Commit { get; init; } = "0123456789abcdef0123456789abcdef01234567";

    public string Dirty { get; init; } = "no";

    public bool IsSealed { get; init; } = true;

    public SortedDictionary<string, string> Observations { get; init; } = new() { ["tool"] = "a tool", ["tool-version"] = "1.2.3", ["data-age"] = "0.5 days" };

    /// <summary>A bill of materials with its two documents.</summary>
    public static RecordedReceipt Bill(params string[] components) => new(BillDocuments.Receipt)
    {
        Observations = new() { ["tool"] = "a tool", [FactNames.Components] = $"[{string.Join(',', components.Select(one => $"\"{one}\""))}]" },
    };

    public RunRecord Write(string runsFolder, ManualTime time)
    {
        time.Advance(TimeSpan.FromMinutes(1));
        var run = Run.Create(runsFolder, time);
        var now = time.GetUtcNow();
        if (Name == BillDocuments.Receipt)
        {
            foreach (var document in new[] { BillDocuments.Application, BillDocuments.Image })
            {
                File.WriteAllText(Path.Combine(run.Folder, document), $"{document} of {Image}");
                Observations[FactNames.DocumentPrefix + document] = RunVerifier.Sha256Of(Path.Combine(run.Folder, document));
                Observations[FactNames.ListedPrefix + document] = "3";
            }
        }

        using (var ledger = new Ledger(run, text => text))
        {
            ledger.Append(new Receipt { Kind = ReceiptKind.RunStarted, Name = "Other", Started = now, Ended = now, Observations = new() { ["steps"] = Name }, Inputs = new() { [FactNames.ImageId] = Image, [FactNames.Commit] = Commit, ["dirty"] = Dirty } });
            using var log = new StepLog(run, $"1-{Name}.log", time, text => text);
            log.Line("It did something.");
            ledger.Append(new Receipt { Kind = ReceiptKind.Step, Name = Name, Index = 1, Of = 1, Outcome = Outcome, Reason = Outcome == Outcome.Passed ? null : "There is a reason.", Started = now, Ended = now, Observations = Observations, Log = log.Close() });
            if (IsSealed)
                ledger.Seal(now, now);
        }

        return RunVerifier.Read(run);
    }
}
