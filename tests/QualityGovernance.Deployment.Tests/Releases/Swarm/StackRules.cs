using YamlDotNet.Serialization;

namespace QualityGovernance.Deployment.Tests.Releases.Swarm;

/// <summary>What every stack of an environment has to keep: as few rights as possible, and the arrangement under which no request was lost.</summary>
internal static class StackRules
{
    public static IReadOnlyList<string> Broken(string yaml)
    {
        var stack = Read(yaml);
        var services = Map(stack["services"]);
        return [.. services.SelectMany(service => OfEach(service.Key, Map(service.Value))), .. OfApp(Map(services["app"])), .. OfProxy(Map(services["proxy"])), .. OfSecrets(Map(stack["secrets"]))];
    }

    /// <summary>What is laid over a stack to back its database up.</summary>
    public static IReadOnlyList<string> BrokenBackups(string yaml)
    {
        var stack = Read(yaml);
        var backup = Map(Map(stack["services"])["backup"]);
        return [.. Map(stack["services"]).Keys.Where(name => name != "backup").Select(name => $"{name} is changed by what only backs up"), .. OfEach("backup", backup, seesMachine: true), .. OfBackup(backup)];
    }

    private static IEnumerable<string> OfBackup(Dictionary<string, object> backup)
    {
        var volumes = ((List<object>)backup["volumes"]).Select(Map).ToList();
        if (Text(backup, "user") != "1654:1654")
            yield return "backup is not in the group that may write into the folder";
        if (!volumes.Where(volume => Text(volume, "type") == "bind").Select(volume => $"{volume["source"]}>{volume["target"]}").SequenceEqual(["${QGP_BACKUP_DIRECTORY:?QGP_BACKUP_DIRECTORY is not set}>/backups"]))
            yield return "backup sees more of the machine than the folder of backups";
        if (!volumes.Any(volume => Text(volume, "type") == "tmpfs" && Text(volume, "target") == "/var/lib/postgresql/data"))
            yield return "backup leaves a volume behind that nobody labelled";
        var deploy = Map(backup["deploy"]);
        if (Text(deploy, "replicas") != "1" || Text(Map(deploy["update_config"]), "order") != "stop-first")
            yield return "two may write into one folder";
        if (!List(Map(deploy["placement"]), "constraints").Any())
            yield return "backups are spread over the machines";
        foreach (var secret in ((List<object>)backup["secrets"]).Select(Map).Where(secret => Text(secret, "uid") != "1654" || Text(secret, "mode") is not ("0400" or "256")))
            yield return $"{secret["source"]} can be read by others than the backup service";
    }

    private static Dictionary<object, object> Read(string yaml) =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(new YamlDotNet.Core.MergingParser(new YamlDotNet.Core.Parser(new StringReader(yaml))));

    private static IEnumerable<string> OfEach(string name, Dictionary<string, object> service, bool seesMachine = false)
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
        if (!seesMachine && service.ContainsKey("volumes"))
            yield return $"{name} sees files of the machine";
        if (service.TryGetValue("environment", out var environment) && Map(environment).Keys.Any(variable => (variable.Contains("SECRET", StringComparison.Ordinal) || variable.Contains("URL", StringComparison.Ordinal)) && !variable.EndsWith("_FILE", StringComparison.Ordinal)))
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
