namespace QualityGovernance.Deployment.Runs;

/// <summary>A receipt that has to be in a record, or in another that speaks of the same, before everything is shown.</summary>
/// <param name="Title">In words.</param>
/// <param name="Name">As the receipt is called.</param>
/// <param name="Next">What to type to get it.</param>
public sealed record RequiredReceipt(string Title, string Name, string Next)
{
    /// <summary>The reason of a verdict where it is not there.</summary>
    public string Missing => $"{Title} {Outcome.NotRun.Word()}. Next: {Next}";

    /// <summary>Whether it is there with an outcome, whatever that is: the outcome is judged like any other.</summary>
    internal bool IsAmong(IEnumerable<Receipt> receipts) => receipts.Any(receipt => receipt.Name == Name && receipt.Outcome is not null);
}
