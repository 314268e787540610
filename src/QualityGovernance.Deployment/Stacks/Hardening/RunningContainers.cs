using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks.Hardening;

/// <summary>Reads how the engine really runs a container.</summary>
internal static class RunningContainers
{
    public static async Task<ContainerSetup> InspectAsync(ContainerEngine engine, string id, CancellationToken cancellation) =>
        Read((await engine.CheckedAsync(["container", "inspect", id], cancellation: cancellation)).Output);

    public static ContainerSetup Read(string json)
    {
        var container = JsonNode.Parse(json)![0]!;
        var (config, host) = (container["Config"]!, container["HostConfig"]!);
        var mounts = (container["Mounts"] as JsonArray ?? []).Select(mount => mount!).ToList();
        var restart = Text(host["RestartPolicy"]?["Name"]);
        var service = Text(config["Labels"]?[Labels.ComposeService]);
        return new ContainerSetup(service.Length > 0 ? service : Text(container["Name"]).TrimStart('/'))
        {
            User = Text(config["User"]),
            Privileged = Is(host["Privileged"]),
            ReadOnlyRoot = Is(host["ReadonlyRootfs"]),
            DroppedCapabilities = Strings(host["CapDrop"]),
            AddedCapabilities = Strings(host["CapAdd"]),
            SecurityOptions = Strings(host["SecurityOpt"]),
            Devices = [.. (host["Devices"] as JsonArray ?? []).Select(device => Text(device!["PathOnHost"]))],
            HostNamespaces = [.. new[] { ("NetworkMode", "network"), ("PidMode", "process"), ("IpcMode", "ipc"), ("UTSMode", "uts"), ("UsernsMode", "user") }.Where(one => Text(host[one.Item1]) == "host").Select(one => one.Item2)],
            OnDefaultBridge = container["NetworkSettings"]?["Networks"] is JsonObject networks && networks.ContainsKey("bridge"),
            CgroupParent = Text(host["CgroupParent"]),
            HasMemoryLimit = Number(host["Memory"]) > 0,
            HasProcessorLimit = Number(host["NanoCpus"]) > 0 || Number(host["CpuQuota"]) > 0,
            HasProcessLimit = Number(host["PidsLimit"]) > 0,
            Restart = restart == "on-failure" ? $"on-failure:{Number(host["RestartPolicy"]!["MaximumRetryCount"])}" : restart,
            HostPaths = [.. mounts.Where(mount => Text(mount["Type"]) == "bind").Select(mount => Text(mount["Source"]))],
            SharedMounts = [.. mounts.Where(mount => Text(mount["Propagation"]) is "shared" or "rshared").Select(mount => Text(mount["Destination"]))],
            Ports = [.. (container["NetworkSettings"]?["Ports"] as JsonObject ?? []).SelectMany(port => port.Value as JsonArray ?? []).Select(port => new PublishedPort(Text(port!["HostIp"]), Text(port["HostPort"])))],
            HasHealthCheck = container["State"]?["Health"] is not null,
            Environment = Strings(config["Env"]).Select(one => one.Split('=', 2)).ToDictionary(one => one[0], one => one.Length > 1 ? one[1] : ""),
        };
    }

    private static string Text(JsonNode? node) => node?.ToString() ?? "";

    private static bool Is(JsonNode? node) => node?.GetValue<bool>() ?? false;

    private static long Number(JsonNode? node) => node?.GetValue<long>() ?? 0;

    private static IReadOnlyList<string> Strings(JsonNode? node) => node is JsonArray array ? [.. array.Select(one => one!.ToString())] : [];
}
