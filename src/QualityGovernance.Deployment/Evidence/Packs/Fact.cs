using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Packs;

/// <summary>
/// Something that a receipt tells, or why none does. It is read out of a record and cannot be made otherwise: there is no way to put a text into a pack that
/// nobody observed.
/// </summary>
public sealed class Fact<T>
    where T : class
{
    private readonly T? value;

    private Fact(Receipt receipt, T value)
    {
        Receipt = receipt;
        this.value = value;
        Reason = "";
    }

    private Fact(Outcome missing, string reason)
    {
        Missing = missing;
        Reason = reason;
    }

    /// <summary>Who tells it; null where nobody does.</summary>
    public Receipt? Receipt { get; }

    /// <summary>Not run or unknown where no receipt tells it; null where one does.</summary>
    public Outcome? Missing { get; }

    /// <summary>Why it is missing; empty where it is not.</summary>
    public string Reason { get; }

    public TResult Match<TResult>(Func<T, TResult> told, Func<Outcome, string, TResult> missing)
    {
        ArgumentNullException.ThrowIfNull(told);
        ArgumentNullException.ThrowIfNull(missing);
        return Missing is { } outcome ? missing(outcome, Reason) : told(value!);
    }

    /// <summary>Looks for it among what the steps of a record observed, and what they were given.</summary>
    /// <param name="record">Where it has to stand.</param>
    /// <param name="step">The step that tells it; null for the start of the run.</param>
    /// <param name="name">As receipts call it.</param>
    /// <param name="read">Makes a value of the text; null where the text is none.</param>
    internal static Fact<T> In(RunRecord record, string? step, string name, Func<string, T?> read)
    {
        var teller = step is null ? record.Start : record.Step(step);
        var text = teller?.Observations.GetValueOrDefault(name) ?? teller?.Inputs.GetValueOrDefault(name);
        if (teller is null || teller.Outcome == Outcome.NotRun)
            return new Fact<T>(Outcome.NotRun, $"{step ?? "The start of the run"} was not executed.");
        if (string.IsNullOrWhiteSpace(text))
            return new Fact<T>(Outcome.Unknown, $"{step ?? "The start of the run"} left no receipt that tells it.");
        return read(text) is { } value
            ? new Fact<T>(teller, value)
            : new Fact<T>(Outcome.Unknown, $"What {step ?? "the start of the run"} tells of it cannot be read.");
    }
}
