using System.Text.Json;

namespace QualityGovernance.Deployment.Documents.Inventory;

/// <summary>How an image is set up, as the engine that has it tells.</summary>
/// <param name="Entrypoint">The program and its first arguments.</param>
/// <param name="Command">Further arguments; empty where there are none.</param>
/// <param name="Folder">Where the program starts.</param>
/// <param name="User">Who it runs as.</param>
/// <param name="Ports">With their protocol: <c>8000/tcp</c>.</param>
/// <param name="Volumes">Folders that are made a volume of unless somebody mounts something there.</param>
/// <param name="StopSignal">What asks it to end.</param>
/// <param name="HealthCheck">When and how the engine asks for its health; empty where it does not.</param>
/// <param name="Environment">What it finds set.</param>
/// <param name="Labels">All of them.</param>
internal sealed record ImageSetup(
    IReadOnlyList<string> Entrypoint,
    IReadOnlyList<string> Command,
    string Folder,
    string User,
    IReadOnlyList<string> Ports,
    IReadOnlyList<string> Volumes,
    string StopSignal,
    string HealthCheck,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyDictionary<string, string> Labels)
{
    /// <param name="inspection">What <c>docker image inspect</c> prints.</param>
    public static ImageSetup Read(string inspection)
    {
        using var document = JsonDocument.Parse(inspection);
        var config = document.RootElement[0].GetProperty("Config");
        return new(
            Texts(config, nameof(Entrypoint)),
            Texts(config, "Cmd"),
            Text(config, "WorkingDir"),
            Text(config, nameof(User)),
            Names(config, "ExposedPorts"),
            Names(config, nameof(Volumes)),
            Text(config, nameof(StopSignal)),
            config.TryGetProperty("Healthcheck", out var check) && check.ValueKind == JsonValueKind.Object ? HealthOf(check) : "",
            Texts(config, "Env").Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]),
            config.TryGetProperty(nameof(Labels), out var labels) && labels.ValueKind == JsonValueKind.Object
                ? labels.EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString() ?? "")
                : []);
    }

    private static string HealthOf(JsonElement check) =>
        $"`{string.Join(' ', Texts(check, "Test").Skip(1))}` every {Seconds(check, "Interval")} s, which may take {Seconds(check, "Timeout")} s; unhealthy after {check.GetProperty("Retries").GetInt32()} failures in a row, of which those in the first {Seconds(check, "StartPeriod")} s do not count";

    /// <summary>The engine counts in nanoseconds.</summary>
    private static long Seconds(JsonElement check, string name) => check.TryGetProperty(name, out var span) ? span.GetInt64() / 1_000_000_000 : 0;

    private static string Text(JsonElement config, string name) => config.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    private static IReadOnlyList<string> Texts(JsonElement config, string name) =>
        config.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(one => one.GetString()!)] : [];

    private static IReadOnlyList<string> Names(JsonElement config, string name) =>
        config.TryGetProperty(name, out var map) && map.ValueKind == JsonValueKind.Object ? [.. map.EnumerateObject().Select(one => one.Name).Order(StringComparer.Ordinal)] : [];
}
