namespace QualityGovernance.Deployment.Runs;

/// <summary>What the receipts of a run add up to.</summary>
public enum Judgement
{
    /// <summary>Something was executed and is not so, or the record is not the one that was written.</summary>
    Failed,

    /// <summary>Nothing failed, and something was not run or could not be found out.</summary>
    Incomplete,

    /// <summary>Every expected step was executed, and what it asks for was observed.</summary>
    Passed,
}

/// <summary>The judgement on one run with its reasons. It is computed where it is made, from a record and from nothing else.</summary>
public sealed class Verdict
{
    internal Verdict(Gate gate, RunRecord record, IReadOnlyList<Receipt> beside)
    {
        var (failures, gaps) = gate.Weigh(record, beside);
        Record = record;
        Reasons = [.. failures, .. gaps];
        Judgement = failures.Count > 0 ? Judgement.Failed
            : gaps.Count > 0 ? Judgement.Incomplete
            : Judgement.Passed;
    }

    /// <summary>The receipts that were judged.</summary>
    public RunRecord Record { get; }

    public Judgement Judgement { get; }

    /// <summary>One sentence for everything that stands between this run and the best judgement.</summary>
    public IReadOnlyList<string> Reasons { get; }

    public string Word => OutcomeWords.Spaced(Judgement.ToString());

    public int ExitCode => Judgement switch
    {
        Judgement.Passed => 0,
        Judgement.Incomplete => 3,
        _ => 1,
    };

    /// <summary>Reads a word that was written down; null where it is none.</summary>
    internal static Judgement? Read(string? word)
    {
        foreach (var judgement in Enum.GetValues<Judgement>())
        {
            if (OutcomeWords.Spaced(judgement.ToString()) == word)
                return judgement;
        }

        return null;
    }

    public override string ToString() => Word;
}
