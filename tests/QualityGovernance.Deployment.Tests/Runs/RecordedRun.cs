using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Runs;

/// <summary>Writes runs as the real code does, for tests that then judge, change or compare them.</summary>
internal sealed class RecordedRun : IDisposable
{
    private readonly TemporaryFolder folder;
    private readonly bool ownsFolder;

    public RecordedRun(ManualTime? time = null, TemporaryFolder? runs = null)
    {
        Time = time ?? new ManualTime();
        ownsFolder = runs is null;
        folder = runs ?? new TemporaryFolder();
        Run = Run.Create(folder.Path, Time);
        Ledger = new Ledger(Run, text => text.Replace("hunter2", "***", StringComparison.Ordinal));
    }

    public ManualTime Time { get; }

    public Run Run { get; }

    public Ledger Ledger { get; }

    public static RecordedRun Sealed(params string[] steps)
    {
        var recorded = new RecordedRun();
        recorded.Start(steps);
        for (var i = 0; i < steps.Length; i++)
            recorded.Step(steps[i], Outcome.Passed, i + 1, steps.Length);
        recorded.Finish();
        return recorded;
    }

    public Receipt Start(params string[] steps) => Ledger.Append(new Receipt
    {
        Kind = ReceiptKind.RunStarted,
        Name = "Rehearsal",
        Started = Time.GetUtcNow(),
        Ended = Time.GetUtcNow(),
        Observations = new() { ["steps"] = string.Join(' ', steps) },
        Inputs = new() { ["commit"] = "abc", ["stack"] = "containers" },
    });

    public Receipt Step(string name, Outcome outcome, int index = 1, int of = 1, double seconds = 2, string? reason = null, params (string, string)[] observations)
    {
        var started = Time.GetUtcNow();
        Time.Advance(TimeSpan.FromSeconds(seconds));
        using var log = new StepLog(Run, $"{index}-{name}.log", Time, text => text);
        log.Line($"{name} did something");
        return Ledger.Append(new Receipt
        {
            Kind = ReceiptKind.Step,
            Name = name,
            Index = index,
            Of = of,
            Outcome = outcome,
            Reason = reason ?? (outcome == Outcome.Passed ? null : "there is a reason"),
            Started = started,
            Ended = Time.GetUtcNow(),
            Observations = new(observations.ToDictionary(pair => pair.Item1, pair => pair.Item2)),
            Log = log.Close(),
        });
    }

    public Receipt Finish() => Ledger.Seal(Time.GetUtcNow(), Time.GetUtcNow());

    public RunRecord Read()
    {
        Ledger.Dispose();
        return RunVerifier.Read(Run);
    }

    /// <summary>Changes the ledger behind its back.</summary>
    public RunRecord Tampered(Func<List<string>, List<string>> change)
    {
        Ledger.Dispose();
        var lines = File.ReadAllLines(Run.LedgerPath).ToList();
        File.WriteAllText(Run.LedgerPath, string.Concat(change(lines).Select(line => line + "\n")));
        return RunVerifier.Read(Run);
    }

    public void Dispose()
    {
        Ledger.Dispose();
        if (ownsFolder)
            folder.Dispose();
    }
}
