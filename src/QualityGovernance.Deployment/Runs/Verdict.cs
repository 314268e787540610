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

/// <summary>The judgement on one run with its reasons. Only a <see cref="Gate"/> makes one, and only from receipts.</summary>
public sealed class Verdict
{
    internal Verdict(Judgement judgement, IReadOnlyList<string> reasons)
    {
        Judgement = judgement;
        Reasons = reasons;
    }

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

    public override string ToString() => Word;
}
