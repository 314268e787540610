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
        : this(run, mask, new FileStream((run ?? throw new ArgumentNullException(nameof(run))).LedgerPath, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0))
    {
    }

    /// <param name="run">The run that is recorded.</param>
    /// <param name="mask">Removes secrets from everything a receipt says.</param>
    /// <param name="file">New, empty, and without a buffer of its own.</param>
    internal Ledger(Run run, Func<string, string> mask, FileStream file)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(mask);
        this.run = run.Id;
        this.mask = mask;
        this.file = file;
    }

    public int Count => count;

    /// <summary>Why a receipt could not be written; null where all of them could. Then the record is not whole, and never becomes so.</summary>
    public string? Problem { get; private set; }

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
            Write(Encoding.UTF8.GetBytes(CanonicalJson.Line(entry) + "\n"));
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

    /// <summary>A line or nothing of it: half a receipt would make those before it look changed.</summary>
    private void Write(byte[] line)
    {
        var end = file.Position;
        try
        {
            file.Write(line);
            file.Flush(flushToDisk: true);
        }
        catch (IOException e)
        {
            Problem ??= e.Message;
            file.SetLength(end);
            file.Position = end;
            throw;
        }
    }

    private SortedDictionary<string, string> Masked(SortedDictionary<string, string> values) =>
        new(values.ToDictionary(pair => pair.Key, pair => mask(pair.Value), StringComparer.Ordinal), StringComparer.Ordinal);
}
