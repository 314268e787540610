using System.Globalization;
using System.Security.Cryptography;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Releases.Swarm;

/// <summary><c>docker-stack.yml</c> of the checkout with the values of one environment.</summary>
/// <param name="engine">A manager of the Swarm.</param>
/// <param name="root">The checkout.</param>
/// <param name="proxy">The proxy's image.</param>
/// <param name="backups">The scheduled backups of the environment; null where there are none.</param>
internal sealed class StackFiles(ContainerEngine engine, string root, string proxy, BackupOverlay? backups = null)
{
    public const string StackFile = "docker-stack.yml";
    private const string TlsFile = ".nuke/proxy/tls.yml";
    private const string ProxyConfiguration = ".nuke/proxy/haproxy.cfg";
    private const string SettingsFile = "settings.env";

    /// <summary>Asks for the whole stack to be so. Returns when the managers have noted it, not when it is so.</summary>
    /// <param name="release">What it is to be.</param>
    /// <param name="settings">Everything that the application is told in its environment.</param>
    /// <param name="secrets">Names of the secrets in the Swarm, by the product's.</param>
    /// <param name="pace">How replicas are exchanged.</param>
    /// <param name="cancellation">Stops the program.</param>
    public async Task DeployAsync(
        ReleaseSpecification release, IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string> secrets, RolloutPace pace, CancellationToken cancellation)
    {
        using var folder = ClosedFolder.Create("stack");
        folder.Write(SettingsFile, EnvironmentFile(settings));
        var variables = Variables(release, pace).Concat(secrets.Select(secret => new KeyValuePair<string, string?>($"QGP_SECRET_{secret.Key}", secret.Value)))
            .Append(new("QGP_SETTINGS", folder.At(SettingsFile)))
            .Append(new("QGP_PROXY_HASH", await HashAsync(cancellation)))
            .Concat(backups is null ? [] : await backups.VariablesAsync(isNew: pace == RolloutPace.Careful, cancellation))
            .ToDictionary();
        string[] arguments =
        [
            "stack", "deploy", "--resolve-image", "never", "--prune",

            // Other machines fetch an image of a registry with this machine's right to.
            .. release.Image.Contains('@', StringComparison.Ordinal) ? ["--with-registry-auth"] : Array.Empty<string>(),
            .. await DetachAsync(cancellation),
            "--compose-file", Path.Combine(root, StackFile),
            .. secrets.ContainsKey(EnvironmentDescription.Certificate) ? ["--compose-file", Path.Combine(root, TlsFile)] : Array.Empty<string>(),
            .. (backups?.Files ?? []).SelectMany(file => new[] { "--compose-file", Path.Combine(root, file) }),
            release.Environment.Stack,
        ];
        await engine.Runner.CheckedAsync(new Command(engine.Client, arguments) { Environment = variables, Timeout = TimeSpan.FromMinutes(3) }, cancellation: cancellation);
    }

    private Dictionary<string, string?> Variables(ReleaseSpecification release, RolloutPace pace) => new()
    {
        ["QGP_STACK"] = release.Environment.Stack,
        ["QGP_ENVIRONMENT"] = release.Environment.Name,
        ["QGP_IMAGE"] = release.Image,
        ["QGP_RELEASE"] = release.Labels[ReleaseSpecification.ReleaseLabel],
        ["QGP_BUILD_ID"] = release.Labels[Labels.BuildId],
        ["QGP_COMMIT"] = release.Labels[ReleaseSpecification.CommitLabel],
        ["QGP_PROXY_IMAGE"] = proxy,
        ["QGP_PORT"] = Number(release.Environment.Port),
        ["QGP_REPLICAS"] = Number(release.Environment.Replicas),
        ["QGP_ROLLOUT_DEADLINE"] = Number((int)release.Environment.RolloutDeadline.TotalSeconds),
        ["QGP_PARALLELISM"] = Number(pace.Parallelism),
        ["QGP_MONITOR"] = $"{Number((int)pace.Monitor.TotalMilliseconds)}ms",
    };

    /// <summary>Clients from version 26 on can wait here; older ones never do and do not know the option.</summary>
    private async Task<string[]> DetachAsync(CancellationToken cancellation)
    {
        var help = await engine.CheckedAsync(["stack", "deploy", "--help"], cancellation: cancellation);
        return help.Output.Contains("--detach", StringComparison.Ordinal) ? ["--detach=true"] : [];
    }

    private async Task<string> HashAsync(CancellationToken cancellation) =>
        Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(root, ProxyConfiguration), cancellation)))[..12];

    private static string EnvironmentFile(IReadOnlyDictionary<string, string> settings)
    {
        if (settings.FirstOrDefault(setting => setting.Value.AsSpan().ContainsAny('\n', '\r')) is { Key: { } name })
            throw new DeploymentException($"The setting {name} has more than one line, which no container can be given. Write it in one.");
        return string.Concat(settings.Select(setting => $"{setting.Key}={setting.Value}\n"));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
