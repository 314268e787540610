namespace QualityGovernance.Deployment.Runs;

/// <summary>What the order of the receipts and the links between them give away.</summary>
internal static class ChainChecks
{
    public static void Apply(RunId run, List<Receipt> receipts, List<string> problems)
    {
        var before = problems.Count;
        foreach (var foreign in receipts.Where(receipt => receipt.Run != run.Value))
            problems.Add($"Receipt {foreign.Sequence} ({foreign.Name}) was inserted: it belongs to run {foreign.Run}.");
        Order(receipts, problems);
        if (problems.Count == before)
            Links(receipts, problems);
        Seal(receipts, problems);
    }

    private static void Order(List<Receipt> receipts, List<string> problems)
    {
        foreach (var group in receipts.GroupBy(receipt => receipt.Sequence).Where(group => group.Count() > 1))
            problems.Add($"A receipt was inserted: number {group.Key} stands {group.Count()} times ({string.Join(", ", group.Select(receipt => receipt.Name))}).");

        var highest = receipts.Count == 0 ? 0 : receipts.Max(receipt => receipt.Sequence);
        foreach (var missing in Enumerable.Range(1, Math.Max(0, Math.Min(highest, 10_000))).Except(receipts.Select(receipt => receipt.Sequence)))
            problems.Add($"Receipt {missing} was removed.");

        for (var i = 1; i < receipts.Count; i++)
        {
            if (receipts[i].Sequence < receipts[i - 1].Sequence)
                problems.Add($"Receipts were reordered: number {receipts[i].Sequence} ({receipts[i].Name}) stands after number {receipts[i - 1].Sequence} ({receipts[i - 1].Name}).");
        }
    }

    private static void Links(List<Receipt> receipts, List<string> problems)
    {
        for (var i = 0; i < receipts.Count; i++)
        {
            var expected = i == 0 ? null : receipts[i - 1].Hash;
            if (receipts[i].Previous != expected)
                problems.Add($"Receipt {receipts[i].Sequence} ({receipts[i].Name}) does not follow the receipt before it: one of the two was exchanged.");
        }
    }

    private static void Seal(List<Receipt> receipts, List<string> problems)
    {
        var seals = receipts.Where(receipt => receipt.Kind == ReceiptKind.RunFinished).ToList();
        if (seals.Count == 0)
            return;
        if (receipts[^1].Kind != ReceiptKind.RunFinished)
            problems.Add($"A receipt was inserted: {receipts[^1].Name} stands after the seal of the run.");
        var seal = seals[^1];
        if (seal.Observations.GetValueOrDefault(RunVerifier.SealedCount) != (receipts.Count - 1).ToString())
            problems.Add($"The seal states {seal.Observations.GetValueOrDefault(RunVerifier.SealedCount) ?? "no number of"} receipts before it, and {receipts.Count - 1} stand there.");
    }
}
