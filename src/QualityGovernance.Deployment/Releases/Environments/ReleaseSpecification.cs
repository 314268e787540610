namespace QualityGovernance.Deployment.Releases.Environments;

/// <summary>
/// Exactly what runs in an environment. The jobs and the application, a deployment and every way back are all made from this: there is no second place
/// where a variable or a port could be forgotten.
/// </summary>
/// <param name="Environment">Stack, address, replicas.</param>
/// <param name="Image">Id of the image on the engine, or where every machine of the environment fetches it.</param>
/// <param name="Settings">All variables that are no secrets.</param>
/// <param name="Secrets">Handed over as files.</param>
/// <param name="Labels">Tell which release it is.</param>
public sealed record ReleaseSpecification(
    EnvironmentDescription Environment,
    string Image,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyDictionary<string, string> Secrets,
    IReadOnlyDictionary<string, string> Labels)
{
    public const string ReleaseLabel = "qgp.release";
    public const string CommitLabel = "qgp.commit";

    public static ReleaseSpecification Of(EnvironmentDescription environment, EnvironmentSecrets secrets, ReleaseImage release)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(secrets);
        ArgumentNullException.ThrowIfNull(release);
        return new ReleaseSpecification(
            environment,
            release.Reference ?? release.ImageId,
            new SortedDictionary<string, string>(environment.Settings.ToDictionary(), StringComparer.Ordinal) { [EnvironmentDescription.AppEnvironment] = environment.Name },
            secrets.Values,
            new Dictionary<string, string> { [ReleaseLabel] = release.Tag, [Engine.Labels.BuildId] = release.BuildId, [CommitLabel] = release.Commit });
    }

    /// <summary>Shows no value of a secret.</summary>
    public override string ToString() => $"{Labels[ReleaseLabel]} ({Image}) in {Environment.Name}";
}
