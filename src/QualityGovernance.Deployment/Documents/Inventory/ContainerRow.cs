using QualityGovernance.Deployment.Stacks;
using QualityGovernance.Deployment.Stacks.Hardening;

namespace QualityGovernance.Deployment.Documents.Inventory;

/// <summary>One container of a compose or stack file, as far as people who run it ask: each text is a cell of a table.</summary>
internal sealed record ContainerRow(string Service, string Starts, string User, string Ports, string Keeps, string InMemory, string Secrets, string Limits, string Restart)
{
    private const string Nothing = "none";

    /// <param name="yaml">The file.</param>
    /// <param name="image">How the product's own image is set up, which holds where the file says nothing.</param>
    public static IReadOnlyList<ContainerRow> ReadAll(string yaml, ImageSetup image)
    {
        var file = new ComposeFile(yaml);
        return [.. file.Services.Select(service => Row(file, service, image))];
    }

    private static ContainerRow Row(ComposeFile file, string service, ImageSetup image)
    {
        var isProduct = file.Text(service, "image").StartsWith("${QGP_IMAGE", StringComparison.Ordinal);
        var command = file.List(service, "entrypoint").Concat(file.List(service, "command")).ToList();
        return new(
            service,
            command.Count > 0 ? $"`{string.Join(' ', command)}`" : isProduct ? $"`{string.Join(' ', image.Entrypoint)}`" : "what its image starts",
            file.At(service, "user") is { } user ? DescribedContainers.Resolved($"{user}") : isProduct ? image.User : "that of its image",
            Listed((file.At(service, "ports") as List<object?> ?? []).Select(Port)),
            Listed(file.List(service, "volumes").Select(one => $"`{DescribedContainers.Resolved(one)}`")),
            Listed(file.List(service, "tmpfs").Select(one => $"`{one}`")),
            Listed((file.At(service, "secrets") as List<object?> ?? []).Select(one => $"`/run/secrets/{(one is Dictionary<object, object?> map ? map["target"] : one)}`")),
            Listed(new[] { Limit(file, service, "mem_limit", "memory", "memory"), Limit(file, service, "cpus", "cpus", "processors"), Limit(file, service, "pids_limit", "pids", "processes") }.OfType<string>()),
            file.Text(service, "deploy", "restart_policy", "condition") is { Length: > 0 } condition ? condition : DescribedContainers.Resolved(file.Text(service, "restart")));
    }

    private static string? Limit(ComposeFile file, string service, string compose, string swarm, string what)
    {
        var text = file.At(service, compose) ?? file.At(service, "deploy", "resources", "limits", swarm);
        return text is null ? null : $"{text} {what}";
    }

    private static string Port(object? port)
    {
        if (port is Dictionary<object, object?> map)
            return $"every machine's {DescribedContainers.Resolved($"{map["published"]}")} to {map["target"]}";
        var parts = DescribedContainers.Resolved($"{port}").Split(':');
        return $"{string.Join(':', parts[..^1])} to {parts[^1]}";
    }

    private static string Listed(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } text ? text : Nothing;
}
