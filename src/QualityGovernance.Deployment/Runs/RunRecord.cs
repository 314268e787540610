namespace QualityGovernance.Deployment.Runs;

/// <summary>A run as its folder tells it. Only <see cref="RunVerifier"/> makes one, so whoever judges a record judges what was written down.</summary>
public sealed class RunRecord
{
    internal RunRecord(Run run, IReadOnlyList<Receipt> receipts, IReadOnlyList<string> problems)
    {
        Run = run;
        Receipts = receipts;
        Problems = problems;
    }

    public Run Run { get; }

    public IReadOnlyList<Receipt> Receipts { get; }

    /// <summary>What shows that the record is not the one that was written; empty for an intact record.</summary>
    public IReadOnlyList<string> Problems { get; }

    public Receipt? Start => Receipts.FirstOrDefault(receipt => receipt.Kind == ReceiptKind.RunStarted);

    public Receipt? Seal => Receipts.LastOrDefault(receipt => receipt.Kind == ReceiptKind.RunFinished);

    /// <summary>Without a seal the run was killed, is still going on, or has lost its last receipts.</summary>
    public bool IsFinished => Seal is not null;

    public IEnumerable<Receipt> Steps => Receipts.Where(receipt => receipt.Kind == ReceiptKind.Step);

    public Receipt? Step(string name) => Steps.LastOrDefault(receipt => receipt.Name == name);
}
