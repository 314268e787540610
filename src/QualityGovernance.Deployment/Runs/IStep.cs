namespace QualityGovernance.Deployment.Runs;

/// <summary>One step of a run: its name, its deadline, what it does. What it observed, it tells the <see cref="StepContext"/>.</summary>
public interface IStep
{
    string Name { get; }

    /// <summary>After this time the step is cancelled and counts as failed.</summary>
    TimeSpan Deadline { get; }

    /// <exception cref="StepFailedException">What the step asks for is not so.</exception>
    Task RunAsync(StepContext context, CancellationToken cancellation);
}
