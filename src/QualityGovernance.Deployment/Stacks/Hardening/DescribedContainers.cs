using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Stacks.Hardening;

/// <summary>Reads the containers that a compose file or a stack file describes. A variable with a default is that default.</summary>
/// <param name="dockerfile">What the image of the product brings along: its user and its health check.</param>
internal sealed partial class DescribedContainers(DockerfileFacts dockerfile)
{
    private static readonly (string Key, string Kind)[] Namespaces = [("network_mode", "network"), ("pid", "process"), ("ipc", "ipc"), ("uts", "uts"), ("userns_mode", "user")];

    /// <param name="file">For messages.</param>
    /// <param name="yaml">Its text.</param>
    public IReadOnlyList<ContainerSetup> Read(string file, string yaml)
    {
        var compose = new ComposeFile(yaml);
        return [.. compose.Services.Select(service => Setup(compose, service, $"{file} {service}"))];
    }

    private ContainerSetup Setup(ComposeFile file, string service, string where)
    {
        var isProduct = file.Text(service, "image").StartsWith("${QGP_IMAGE", StringComparison.Ordinal);
        var volumes = file.List(service, "volumes").Select(Resolved).ToList();
        return new ContainerSetup(where)
        {
            User = file.At(service, "user") is { } user ? Resolved($"{user}") : isProduct ? dockerfile.User : "",
            Privileged = file.Text(service, "privileged") == "true",
            ReadOnlyRoot = file.Text(service, "read_only") == "true",
            DroppedCapabilities = file.List(service, "cap_drop"),
            AddedCapabilities = file.List(service, "cap_add"),
            SecurityOptions = file.List(service, "security_opt"),
            Devices = file.List(service, "devices"),
            HostNamespaces = [.. Namespaces.Where(one => file.Text(service, one.Key) == "host").Select(one => one.Kind)],
            OnDefaultBridge = file.Text(service, "network_mode") is "bridge" or "default",
            CgroupParent = file.Text(service, "cgroup_parent"),
            HasMemoryLimit = Has(file, service, "mem_limit", "memory"),
            HasProcessorLimit = Has(file, service, "cpus", "cpus"),
            HasProcessLimit = Has(file, service, "pids_limit", "pids"),
            Restart = file.At(service, "deploy", "restart_policy") is not null ? SwarmRestart(file, service) : Resolved(file.Text(service, "restart")),
            HostPaths = [.. volumes.Select(volume => volume.Split(':')[0]).Where(source => source.StartsWith('/') || source.StartsWith('.') || source.StartsWith('~'))],
            SharedMounts = [.. volumes.Where(volume => volume.Split(':', ',').Any(part => part is "shared" or "rshared"))],
            Ports = [.. Ports(file, service)],
            HasHealthCheck = file.Text(service, "healthcheck", "disable") != "true"
                && (file.At(service, "healthcheck", "test") is not null || (isProduct && dockerfile.HasHealthCheck && file.At(service, "entrypoint") is null)),
            Environment = file.At(service, "environment") is Dictionary<object, object?> map ? map.ToDictionary(pair => (string)pair.Key, pair => $"{pair.Value}") : [],
        };
    }

    private static bool Has(ComposeFile file, string service, string compose, string swarm) =>
        Resolved(file.Text(service, compose)) is not ("" or "0" or "-1") || Resolved(file.Text(service, "deploy", "resources", "limits", swarm)) is not ("" or "0" or "-1");

    private static string SwarmRestart(ComposeFile file, string service) => file.Text(service, "deploy", "restart_policy", "condition") switch
    {
        "none" => "no",
        "on-failure" => $"on-failure:{file.Text(service, "deploy", "restart_policy", "max_attempts")}",
        var condition => condition.Length > 0 ? condition : "any",
    };

    private static IEnumerable<PublishedPort> Ports(ComposeFile file, string service)
    {
        foreach (var port in file.At(service, "ports") as List<object?> ?? [])
        {
            if (port is Dictionary<object, object?> map)
            {
                yield return new PublishedPort($"{map.GetValueOrDefault("host_ip")}", Resolved($"{map.GetValueOrDefault("published")}"));
                continue;
            }

            var parts = Resolved($"{port}").Split(':');
            yield return parts.Length > 2 ? new PublishedPort(string.Join(':', parts[..^2]), parts[^2]) : new PublishedPort("", parts[0]);
        }
    }

    /// <summary>The text with each variable as its default, or as its name where it has none.</summary>
    internal static string Resolved(string text) => VariablePattern().Replace(text, match => match.Groups["default"].Success ? match.Groups["default"].Value : $"${match.Groups["name"].Value}");

    [GeneratedRegex(@"\$\{(?<name>\w+)(:-(?<default>[^}]*)|:\?[^}]*)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VariablePattern();
}
