namespace QualityGovernance.Platform.Security;

/// <summary>How long logins take. No setting of an environment; a host that serves tests has its own.</summary>
public sealed record LoginTiming
{
    /// <summary>
    /// After its arrival a wrong login is refused no earlier. More than the dearest work that a refusal takes: about 0.4 s of one core for bcrypt of cost 12, which the
    /// replaced service wrote, and 0.1 s for a hash of ours.
    /// </summary>
    public TimeSpan RefusedAfter { get; init; } = TimeSpan.FromSeconds(1);
}
