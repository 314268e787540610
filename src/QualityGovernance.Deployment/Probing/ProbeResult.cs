namespace QualityGovernance.Deployment.Probing;

/// <summary>What one look saw.</summary>
/// <param name="State">Whether to go on looking.</param>
/// <param name="Observation">What was seen, in words fit for an error message.</param>
public sealed record ProbeResult(ProbeState State, string Observation)
{
    public static ProbeResult Ready(string observation) => new(ProbeState.Ready, observation);

    public static ProbeResult NotYet(string observation) => new(ProbeState.NotYet, observation);

    /// <summary>Waiting longer cannot help: the container has exited, the answer came from somebody else.</summary>
    public static ProbeResult Hopeless(string observation) => new(ProbeState.Hopeless, observation);
}

public enum ProbeState
{
    NotYet,
    Ready,
    Hopeless,
}
