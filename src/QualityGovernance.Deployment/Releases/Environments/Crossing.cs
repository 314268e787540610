namespace QualityGovernance.Deployment.Releases.Environments;

/// <summary>Refuses an environment that uses what belongs to another one: its secrets, its database, its address, its stack.</summary>
public static class Crossing
{
    /// <param name="environment">About to be changed.</param>
    /// <param name="secrets">Its secrets.</param>
    /// <param name="state">Where it is kept, with the other environments beside it.</param>
    /// <param name="others">Descriptions of the other environments.</param>
    /// <exception cref="DeploymentException">Something is shared; names what, with whom, and never a value.</exception>
    public static void Refuse(EnvironmentDescription environment, EnvironmentSecrets secrets, EnvironmentState state, IEnumerable<EnvironmentDescription> others)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(others);
        var parts = Fingerprints.Parts(environment, secrets);
        List<string> shared =
        [
            .. others.Where(other => other.Name != environment.Name).SelectMany(other => Described(environment, other)),
            .. state.Others.SelectMany(other => (Fingerprints.Read(other)?.SharedWith(parts) ?? []).Select(pair => $"its {pair.Here} is the {pair.There} of {other.Name}")),
        ];
        if (shared.Count > 0)
            throw new DeploymentException($"{environment.Name} would share with another environment, and nothing was changed: {string.Join("; ", shared.Distinct())}. Give {environment.Name} its own.");
    }

    /// <summary>The other descriptions of a checkout, as far as there are any.</summary>
    public static IReadOnlyList<EnvironmentDescription> Others(string root, string name) =>
        [.. EnvironmentDescription.Names.Where(other => other != name && File.Exists(EnvironmentDescription.FileOf(root, other))).Select(other => DescriptionReader.Read(root, other))];

    private static IEnumerable<string> Described(EnvironmentDescription here, EnvironmentDescription there)
    {
        if (here.Stack == there.Stack)
            yield return $"its stack {here.Stack} is the stack of {there.Name}";
        if (here.Port == there.Port && here.Host == there.Host)
            yield return $"its published address {here.Host}:{here.Port} is the published address of {there.Name}";
        if (here.Backups is { } backups && backups.Folder.TrimEnd('/') == there.Backups?.Folder.TrimEnd('/'))
            yield return $"its folder of backups {backups.Folder} is the folder of backups of {there.Name}";
        foreach (var (secret, source) in here.SecretSources)
        {
            if (there.SecretSources.Values.Contains(source))
                yield return $"its {secret} comes from {source}, as a secret of {there.Name} does";
        }
    }
}
