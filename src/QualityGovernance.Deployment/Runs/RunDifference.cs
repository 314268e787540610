namespace QualityGovernance.Deployment.Runs;

/// <summary>One thing that is not as it was in the run before.</summary>
public sealed record Change(string What, string Before, string Now);

/// <summary>What differs between two runs: outcomes, durations worth a look, and the facts and inputs that the steps recorded.</summary>
public static class RunDifference
{
    /// <summary>Shorter differences are noise of the machine.</summary>
    private static readonly TimeSpan WorthALook = TimeSpan.FromSeconds(1);

    /// <summary>Facts that are new in every run and say nothing.</summary>
    private static readonly HashSet<string> Ephemeral = new(StringComparer.Ordinal)
    {
        "address", "port", "project", "container", "free-disk", "steps", "build-id", "build_id", "process", "restarted", FactNames.ImageBytes,
    };

    public static IReadOnlyList<Change> Between(RunRecord before, RunRecord now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var changes = new List<Change>();
        Compare("", before.Start, now.Start, changes);
        var names = before.Steps.Concat(now.Steps).Select(step => step.Name).Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var (was, isNow) = (before.Step(name), now.Step(name));
            Add(changes, name, was?.Outcome?.Word(), isNow?.Outcome?.Word());
            if (was is not null && was.Outcome == isNow?.Outcome && IsWorthALook(was.Duration, isNow!.Duration))
                changes.Add(new Change($"{name} took", FailureText.Seconds(was.Duration), FailureText.Seconds(isNow.Duration)));
            Compare(name + " ", was, isNow, changes);
        }

        return changes;
    }

    private static bool IsWorthALook(TimeSpan was, TimeSpan isNow) =>
        (was - isNow).Duration() > WorthALook && (was - isNow).Duration() > 0.25 * was;

    private static void Compare(string prefix, Receipt? was, Receipt? isNow, List<Change> changes)
    {
        if (was is null || isNow is null || was.Outcome != isNow.Outcome)
            return;
        foreach (var (old, current) in new[] { (was.Inputs, isNow.Inputs), (was.Observations, isNow.Observations) })
        {
            foreach (var key in old.Keys.Union(current.Keys, StringComparer.Ordinal).Where(IsComparable).Order(StringComparer.Ordinal))
                Add(changes, prefix + key, old.GetValueOrDefault(key), current.GetValueOrDefault(key));
        }
    }

    /// <summary>A list is not compared as one text, and what was answered names the run that asked.</summary>
    private static bool IsComparable(string name) =>
        !Ephemeral.Contains(name) && !FactNames.IsStructured(name) && !name.StartsWith(FactNames.AnswerPrefix, StringComparison.Ordinal);

    private static void Add(List<Change> changes, string what, string? was, string? isNow)
    {
        if (was != isNow)
            changes.Add(new Change(what, was ?? "nothing", isNow ?? "nothing"));
    }
}
