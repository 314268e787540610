namespace QualityGovernance.Deployment.Stacks.Swarm;

/// <summary>A program to run once in a Swarm.</summary>
/// <param name="Stack">What its name begins with.</param>
/// <param name="Run">The run that wants it, for its label.</param>
/// <param name="Image">Id or reference; it has to be on this machine.</param>
/// <param name="Program">With its arguments, in the place of the image's entrypoint.</param>
/// <param name="Settings">Its environment. No secrets: everybody may look at it.</param>
/// <param name="Secrets">Values, by the file names below <c>/run/secrets</c>. They go with the job.</param>
/// <param name="User">The account in the image that may read them.</param>
public sealed record SwarmJobRequest(
    string Stack,
    string? Run,
    string Image,
    IReadOnlyList<string> Program,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyDictionary<string, string> Secrets,
    int User);
