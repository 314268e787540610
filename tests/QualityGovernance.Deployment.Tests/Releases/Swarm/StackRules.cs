using YamlDotNet.Serialization;

namespace QualityGovernance.Deployment.Tests.Releases.Swarm;

/// <summary>What every stack of an environment has to keep: as few rights as possible, and the arrangement under which no request was lost.</summary>
internal static class StackRules
{
    public static IReadOnlyList<string> Broken(string yaml)
    {
        var stack = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(new YamlDotNet.Core.MergingParser(new YamlDotNet.Core.Parser(new StringReader(yaml))));
        var services = Map(stack["services"]);
        return [.. services.SelectMany(service => OfEach(service.Key, Map(service.Value))), .. OfApp(Map(services["app"])), .. OfProxy(Map(services["proxy"])), .. OfSecrets(Map(stack["secrets"]))];
    }

    private static IEnumerable<string> OfEach(string name, Dictionary<string, object> service)
    {
        if (Text(service, "read_only") != "true")
            yield return $"{name} has a writable root";
        if (!List(service, "cap_drop").Contains("ALL") || service.ContainsKey("cap_add"))
            yield return $"{name} has capabilities";
        if (Text(service, "init") != "true")
            yield return $"{name} has nobody to collect ended processes";
        var deploy = Map(service["deploy"]);
        if (Text(deploy, "endpoint_mode") != "dnsrr")
            yield return $"{name} relies on virtual addresses";
        if (!deploy.TryGetValue("resources", out var resources) || Map(Map(resources)["limits"]).Keys.Order().SequenceEqual(["cpus", "memory", "pids"]) is false)
            yield return $"{name} has no limits";
        if (service.ContainsKey("volumes"))
            yield return $"{name} sees files of the machine";
        if (service.TryGetValue("environment", out var environment) && Map(environment).Keys.Any(variable => variable.Contains("SECRET", StringComparison.Ordinal) || variable.Contains("URL", StringComparison.Ordinal)))
            yield return $"a secret of {name} stands in its environment";
        if (Map(service["labels"]).GetValueOrDefault("qgp.project") as string != "quality-governance")
            yield return $"{name} is not labelled and could not be cleaned up";
    }

    private static IEnumerable<string> OfApp(Dictionary<string, object> app)
    {
        if (app.ContainsKey("ports"))
            yield return "the application can be reached beside the proxy";
        var update = Map(Map(app["deploy"])["update_config"]);
        if (Text(update, "order") != "start-first")
            yield return "replicas end before their successors are there";
        if (Text(update, "failure_action") != "rollback")
            yield return "a release that fails stays";
        foreach (var secret in ((List<object>)app["secrets"]).Select(Map).Where(secret => Text(secret, "uid") != "1654" || Text(secret, "mode") is not ("0400" or "256")))
            yield return $"{secret["source"]} can be read by others than the application";
    }

    private static IEnumerable<string> OfProxy(Dictionary<string, object> proxy)
    {
        if (((List<object>)proxy["ports"]).Select(Map).Any(port => Text(port, "mode") != "host"))
            yield return "the proxy relies on the routing mesh";
        if (Text(proxy, "user") is null or "0" or "root")
            yield return "the proxy runs as root";
    }

    private static IEnumerable<string> OfSecrets(Dictionary<string, object> secrets) =>
        secrets.Where(secret => Text(Map(secret.Value), "external") != "true").Select(secret => $"the secret {secret.Key} comes from a file of the stack");

    private static Dictionary<string, object> Map(object value) => ((Dictionary<object, object>)value).ToDictionary(pair => (string)pair.Key, pair => pair.Value);

    private static string? Text(Dictionary<string, object> map, string key) => map.TryGetValue(key, out var value) ? value.ToString()! : null;

    private static IEnumerable<string> List(Dictionary<string, object> map, string key) => map.TryGetValue(key, out var value) ? ((List<object>)value).Select(one => one.ToString()!) : [];
}
