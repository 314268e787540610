using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>What the eight steps are carried out on: containers and PostgreSQL, or a process and an embedded database.</summary>
internal interface IRehearsalStack : IAsyncDisposable
{
    /// <summary>One word for receipts.</summary>
    string Kind { get; }

    /// <summary>Where the service answers; known from the start of the application on.</summary>
    Uri Address { get; }

    /// <summary>Everything that stands in the way, all at once; touches nothing.</summary>
    Task<IReadOnlyList<string>> FindProblemsAsync(StepContext context, CancellationToken cancellation);

    /// <summary>Removes what earlier rehearsals left whose owner is gone.</summary>
    Task RemoveLeftoversAsync(StepContext context, CancellationToken cancellation);

    Task<BuiltProduct> BuildAsync(StepContext context, CancellationToken cancellation);

    /// <summary>Returns when the database answers.</summary>
    Task StartDatabaseAsync(StepContext context, CancellationToken cancellation);

    /// <summary>Runs the migrations program of the built product with the environment of the application.</summary>
    Task<CommandResult> MigrationsAsync(IReadOnlyList<string> arguments, CancellationToken cancellation);

    /// <summary>Runs a command of the built service with exactly the environment it will be started with.</summary>
    Task<CommandResult> ServiceAsync(IReadOnlyList<string> arguments, CancellationToken cancellation);

    /// <summary>Names of the variables that the started application was given. No values.</summary>
    Task<IReadOnlySet<string>> VariablesAsync(CancellationToken cancellation);

    /// <summary>Starts the application; returns without waiting for it to be ready.</summary>
    Task StartApplicationAsync(StepContext context, CancellationToken cancellation);

    /// <summary>Stops the application and starts it again, and makes sure that it is another process afterwards.</summary>
    Task RestartApplicationAsync(StepContext context, CancellationToken cancellation);

    /// <summary>Why the application can never become ready, or null while it still may.</summary>
    Task<string?> WhyHopelessAsync(CancellationToken cancellation);

    /// <summary>Holds what stands behind <see cref="Address"/> against what was built.</summary>
    Task VerifyServingAsync(BuiltProduct built, StepContext context, CancellationToken cancellation);

    /// <summary>The probe that the built product brings along, run where it will be run. What it prints names the address that it asked.</summary>
    Task<CommandResult> OwnProbeAsync(CancellationToken cancellation);

    /// <summary>The paths that whoever watches over the service will ask for.</summary>
    IReadOnlyList<ProbePath> ProbePaths();

    /// <summary>The last log lines of the part that a failed step is about.</summary>
    Task<IReadOnlyList<string>> SceneAsync(CancellationToken cancellation);

    Task TearDownAsync(StepContext context, CancellationToken cancellation);

    /// <summary>What is still there after the teardown.</summary>
    Task<IReadOnlyList<string>> FindRemainsAsync(CancellationToken cancellation);

    /// <summary>How to use and how to remove a stack that was kept.</summary>
    IReadOnlyList<string> Usage();
}

/// <summary>A path that a probe asks for, and where that is written.</summary>
internal sealed record ProbePath(string Path, string Source);
