using System.Text;

namespace QualityGovernance.Deployment.Runs;

/// <summary>The receipts of one run: a file of JSON lines that only grows. Each line carries the hash of the one before and is on disk before the next step starts.</summary>
public sealed class Ledger : IDisposable
{
    private readonly Lock gate = new();
    private readonly FileStream file;
    private readonly RunId run;
    private readonly Func<string, string> mask;
    private string? previous;
    private int count;

    /// <param name="run">The run that is recorded.</param>
    /// <param name="mask">Removes secrets from everything a receipt says.</param>
    public Ledger(Run run, Func<string, string> mask)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(mask);
        this.run = run.Id;
        this.mask = mask;
        file = new FileStream(run.LedgerPath, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    public int Count => count;

    /// <summary>Writes the receipt down and returns it as it was written.</summary>
    public Receipt Append(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        lock (gate)
        {
            var entry = receipt with
            {
                Run = run.Value,
                Sequence = count + 1,
                Reason = receipt.Reason is null ? null : mask(receipt.Reason),
                NextCommand = receipt.NextCommand is null ? null : mask(receipt.NextCommand),
                Observations = Masked(receipt.Observations),
                Inputs = Masked(receipt.Inputs),
                Previous = previous,
                Hash = null,
            };
            // As it will be read back: times in milliseconds, well-formed text.
            entry = CanonicalJson.Parse(CanonicalJson.Line(entry))!;
            entry = entry with { Hash = CanonicalJson.HashOf(entry) };
            file.Write(Encoding.UTF8.GetBytes(CanonicalJson.Line(entry) + "\n"));
            file.Flush(flushToDisk: true);
            previous = entry.Hash;
            count++;
            return entry;
        }
    }

    /// <summary>The last line: states how many receipts stand before it, so that a cut-off end shows.</summary>
    public Receipt Seal(DateTimeOffset started, DateTimeOffset ended) => Append(new Receipt
    {
        Kind = ReceiptKind.RunFinished,
        Name = "RunFinished",
        Started = started,
        Ended = ended,
        Observations = new(StringComparer.Ordinal) { [RunVerifier.SealedCount] = count.ToString() },
    });

    public void Dispose() => file.Dispose();

    private SortedDictionary<string, string> Masked(SortedDictionary<string, string> values) =>
        new(values.ToDictionary(pair => pair.Key, pair => mask(pair.Value), StringComparer.Ordinal), StringComparer.Ordinal);
}
