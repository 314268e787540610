namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>How a rehearsal is to be made.</summary>
/// <param name="Root">The checkout that is rehearsed.</param>
public sealed record RehearsalOptions(string Root)
{
    /// <summary>Where runs are recorded.</summary>
    public string RunsFolder { get; init; } = Path.Combine(Root, "artifacts", "runs");

    /// <summary>The quick loop: unchanged layers of the image are taken from the cache.</summary>
    public bool Cached { get; init; }

    /// <summary>Leaves the stack up at the end of a run, whatever came of it.</summary>
    public bool Keep { get; init; }

    /// <summary>The same steps on the embedded stack, for a machine where no engine can run; never complete.</summary>
    public bool WithoutEngine { get; init; }

    /// <summary>The port on 127.0.0.1 that the service is to answer on; a free one where null.</summary>
    public int? Port { get; init; }

    /// <summary>How large the image may be, in millions of bytes; null where nobody stated it.</summary>
    public int? ImageBudget { get; init; }

    /// <summary>How long the application may take to become ready. Starting takes a second or two; a loaded machine takes thirty times as long.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromSeconds(75);
}
