using System.Globalization;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Engine;

/// <summary>Reads what the docker program answers in JSON. Fields that older engines leave out are read as absent, not as an error.</summary>
internal static class EngineJson
{
    public static EngineFacts Facts(string client, string versionJson, string infoJson, IReadOnlyList<string> otherClients)
    {
        var version = JsonNode.Parse(versionJson);
        var info = JsonNode.Parse(infoJson);
        var server = version?["Server"];
        var errors = info?["ServerErrors"]?.AsArray().Select(error => error?.ToString()) ?? [];
        if (server is null || Text(server["Version"]) is not { Length: > 0 } serverVersion)
            throw new EngineUnavailableException($"the client {client} is there, and no engine answers it. {string.Join(' ', errors)}".TrimEnd());
        return new EngineFacts(
            client,
            Text(version?["Client"]?["Version"]) ?? "unknown",
            serverVersion,
            Text(server["ApiVersion"]) ?? "unknown",
            Text(info?["Driver"]) ?? "unknown",
            Text(info?["DockerRootDir"]) ?? "unknown",
            Text(info?["OperatingSystem"]) ?? "unknown",
            (int)Number(info?["NCPU"]),
            Number(info?["MemTotal"]),
            Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } host ? host : $"context {Text(version?["Client"]?["Context"]) ?? "default"}",
            otherClients);
    }

    public static ContainerFacts Container(string json)
    {
        var container = JsonNode.Parse(json)![0]!;
        var state = container["State"]!;
        var config = container["Config"]!;
        return new ContainerFacts(
            Text(container["Id"])!,
            Text(container["Name"])!.TrimStart('/'),
            Text(container["Image"])!,
            Text(config["Image"]) ?? "",
            Text(state["Status"])!,
            Text(state["Health"]?["Status"]) is { } health and not "none" ? health : null,
            (int)Number(state["ExitCode"]),
            (int)Number(container["RestartCount"]),
            state["OOMKilled"]?.GetValue<bool>() ?? false,
            (int)Number(state["Pid"]),
            Map(config["Labels"]),
            Ports(container["NetworkSettings"]?["Ports"]),
            Variables(config["Env"]))
        {
            Mounts = Mounts(container["Mounts"]),
        };
    }

    public static ImageFacts Image(string json)
    {
        var image = JsonNode.Parse(json)![0]!;
        var config = image["Config"];
        return new ImageFacts(
            Text(image["Id"])!,
            Strings(image["RepoTags"]),
            Strings(image["RepoDigests"]),
            Number(image["Size"]),
            Text(config?["User"]) ?? "",
            Map(config?["Labels"]),
            Variables(config?["Env"]),
            Strings(config?["Entrypoint"]),
            [.. Strings(config?["Healthcheck"]?["Test"]).Skip(1)])
        {
            Created = DateTimeOffset.TryParse(Text(image["Created"]), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created) ? created : default,
        };
    }

    /// <summary>One object on each line, the newest first.</summary>
    public static IReadOnlyList<ImageLayer> Layers(string lines) =>
    [
        .. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => JsonNode.Parse(line))
            .Select(layer => new ImageLayer(Number(layer?["Size"]), Text(layer?["CreatedBy"]) is { Length: > 0 } by ? by : Text(layer?["Comment"]) ?? ""))
            .Where(layer => layer.Bytes > 0)
            .Reverse(),
    ];

    private static string? Text(JsonNode? node) => node?.ToString();

    private static long Number(JsonNode? node) =>
        long.TryParse(Text(node), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static List<string> Strings(JsonNode? node) => node is JsonArray array ? [.. array.Select(one => one!.ToString())] : [];

    private static Dictionary<string, string> Map(JsonNode? node) =>
        node is JsonObject map ? map.ToDictionary(pair => pair.Key, pair => Text(pair.Value) ?? "") : [];

    private static Dictionary<string, string> Variables(JsonNode? node)
    {
        var variables = new Dictionary<string, string>();
        foreach (var variable in Strings(node))
        {
            var at = variable.IndexOf('=', StringComparison.Ordinal);
            variables[at < 0 ? variable : variable[..at]] = at < 0 ? "" : variable[(at + 1)..];
        }

        return variables;
    }

    private static Dictionary<string, string> Mounts(JsonNode? node) =>
        node is JsonArray mounts ? mounts.ToDictionary(mount => Text(mount!["Destination"])!, mount => Text(mount!["Name"]) ?? Text(mount["Source"]) ?? "") : [];

    private static Dictionary<string, string> Ports(JsonNode? node)
    {
        var ports = new Dictionary<string, string>();
        foreach (var (port, bindings) in node as JsonObject ?? [])
        {
            if (bindings is JsonArray { Count: > 0 } array)
                ports[port] = $"{Text(array[0]!["HostIp"])}:{Text(array[0]!["HostPort"])}";
        }

        return ports;
    }
}
