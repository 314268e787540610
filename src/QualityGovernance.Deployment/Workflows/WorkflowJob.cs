namespace QualityGovernance.Deployment.Workflows;

/// <summary>One machine, with what is typed on it.</summary>
/// <param name="Id">As other jobs name it.</param>
/// <param name="Runner">The kind of machine.</param>
/// <param name="Commands">What is typed, in this order; each is a step.</param>
public sealed record WorkflowJob(string Id, string Runner, IReadOnlyList<string> Commands)
{
    /// <summary>A machine that is nobody's but ours: what earlier jobs left below <c>artifacts</c> stays on it.</summary>
    public const string SelfHosted = "self-hosted";

    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>An expression; null where the job runs always.</summary>
    public string? Condition { get; init; }

    public required int TimeoutMinutes { get; init; }

    /// <summary>The environment whose protection and secrets count; null for none.</summary>
    public string? Environment { get; init; }

    /// <summary>Secrets that the commands get, each under its own name.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The targets whose commands get the secrets; empty for all. What a command has no use for it is not given.</summary>
    public IReadOnlyList<string> SecretsFor { get; init; } = [];

    /// <summary>Variables that the commands get, as NAME=expression: a value from outside never stands in a command itself.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>Whether the whole history and all tags are checked out.</summary>
    public bool FullHistory { get; init; }

    /// <summary>Files whose origin GitHub attests; empty for none.</summary>
    public IReadOnlyList<string> Attested { get; init; } = [];

    /// <summary>Files that are kept with the run, whatever its outcome.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    public int RetentionDays { get; init; } = 30;

    public bool IsOnOwnMachine => Runner == SelfHosted;
}
