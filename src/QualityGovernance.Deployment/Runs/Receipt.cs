namespace QualityGovernance.Deployment.Runs;

/// <summary>
/// What one step leaves behind: what ran, on which inputs, when, what was observed. One line of the ledger.
/// <see cref="Run"/>, <see cref="Sequence"/>, <see cref="Previous"/> and <see cref="Hash"/> are filled in by the <see cref="Ledger"/>.
/// </summary>
public sealed record Receipt
{
    public string Run { get; init; } = "";

    /// <summary>Position in the ledger, from 1.</summary>
    public int Sequence { get; init; }

    public required ReceiptKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Position among the steps of the run, from 1; absent on receipts that are not a step.</summary>
    public int? Index { get; init; }

    public int? Of { get; init; }

    /// <summary>Absent where nothing was executed that could have one: the start and the seal of a run.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>One sentence: why it failed, why it was not run, why it is unknown.</summary>
    public string? Reason { get; init; }

    /// <summary>What to type after a failure, where the step knows it.</summary>
    public string? NextCommand { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Ended { get; init; }

    public SortedDictionary<string, string> Observations { get; init; } = new(StringComparer.Ordinal);

    /// <summary>What the result depends on: commit, dirty flag, image digest, engine versions, base kind.</summary>
    public SortedDictionary<string, string> Inputs { get; init; } = new(StringComparer.Ordinal);

    public ReceiptLog? Log { get; init; }

    /// <summary>Hash of the receipt before this one; the first receipt has none.</summary>
    public string? Previous { get; init; }

    /// <summary>SHA-256 over the canonical JSON of everything above.</summary>
    public string? Hash { get; init; }

    public TimeSpan Duration => Ended - Started;
}

/// <param name="File">Path of the step's log, relative to the folder of the run.</param>
/// <param name="Sha256">Hash of the finished log.</param>
public sealed record ReceiptLog(string File, string Sha256);
