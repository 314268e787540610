namespace QualityGovernance.Deployment.Runs;

/// <summary>What a step may tell while it runs. What was told is kept also if the step fails afterwards.</summary>
public sealed class StepContext(StepLog log, IRunConsole console)
{
    private readonly SortedDictionary<string, string> observations = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> inputs = new(StringComparer.Ordinal);
    private readonly List<Receipt> items = [];
    private string? unknown;

    internal SortedDictionary<string, string> Observations => observations;

    internal SortedDictionary<string, string> Inputs => inputs;

    internal string? UnknownReason => unknown;

    internal IReadOnlyList<Receipt> Items => items;

    /// <summary>The last thing the step was doing, for the message when its deadline strikes.</summary>
    internal string? LastLine { get; private set; }

    /// <summary>The last program that the step called, for the message when its answer cannot be read.</summary>
    internal string? LastCommand { get; private set; }

    /// <summary>A fact that the step saw for itself.</summary>
    public void Observe(string name, object value) => Tell(observations, name, value);

    /// <summary>A fact that the result depends on.</summary>
    public void Input(string name, object value) => Tell(inputs, name, value);

    /// <summary>Into the log of the step only.</summary>
    public void Log(string line)
    {
        LastLine = line;
        log.Line(line);
    }

    /// <summary>A program that is called now.</summary>
    internal void LogCommand(string command)
    {
        LastCommand = command;
        Log($"$ {command}");
    }

    /// <summary>Into the log and onto the console.</summary>
    public void Say(string line)
    {
        Log(line);
        console.Line(RunLevel.Normal, "  " + line);
    }

    public void Warn(string line)
    {
        Log(line);
        console.Line(RunLevel.Warning, "  " + line);
    }

    /// <summary>The step was executed and could not find out what it asks: it ends as unknown.</summary>
    public void CannotTell(string reason)
    {
        unknown ??= reason;
        Warn(reason);
    }

    /// <summary>Something this kind of run cannot show at all; it gets a receipt of its own.</summary>
    public void NotRun(string item, string reason)
    {
        items.Add(new Receipt { Kind = ReceiptKind.Item, Name = item, Outcome = Outcome.NotRun, Reason = reason, Started = default, Ended = default });
        Log($"{Outcome.NotRun.Word()}: {item}: {reason}");
    }

    /// <summary>One thing that the step asked and could not find out, while the rest of it is as it should be; it gets a receipt of its own.</summary>
    public void Unclear(string item, string reason)
    {
        items.Add(new Receipt { Kind = ReceiptKind.Item, Name = item, Outcome = Outcome.Unknown, Reason = reason, Started = default, Ended = default });
        Warn($"{item}: {Outcome.Unknown.Word()}. {reason}");
    }

    private void Tell(SortedDictionary<string, string> map, string name, object value)
    {
        var text = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        map[name] = text;
        Log($"{name} = {text}");
    }
}
