using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Tests.Stacks;

/// <summary>What the compose file has to be. Each rule gives a sentence for what breaks it.</summary>
internal static class ComposeRules
{
    private static readonly string[] Programs = ["migrate", "app"];

    public static IReadOnlyList<string> Broken(ComposeFile file) =>
    [
        .. file.TopLevel.Intersect(["name", "version"]).Select(key => $"the key {key} is not known to both generations of compose"),
        .. Unless(file.Services.Order(StringComparer.Ordinal).SequenceEqual(["app", "backup", "migrate", "postgres"]), "the services are not postgres, migrate, app and backup"),
        .. file.Services.SelectMany(service => Hardening(file, service)),
        .. Unless(file.Text("migrate", "image") == file.Text("app", "image") && file.Text("app", "image").StartsWith("${QGP_IMAGE:?", StringComparison.Ordinal), "migrate and app do not run the same image"),
        .. Environments(file),
        .. Secrets(file),
        .. Order(file),
        .. Programs.Where(service => file.At(service, "command") is not null && service == "app").Select(_ => "app does not start as its image says"),
        .. file.Services.SelectMany(service => file.List(service, "ports").Where(port => !port.StartsWith("127.0.0.1:", StringComparison.Ordinal)).Select(port => $"{service} can be reached from other machines: {port}")),
        .. Unless(file.List("postgres", "ports").Count == 0 && file.List("migrate", "ports").Count == 0 && file.List("backup", "ports").Count == 0, "something but the application has a port on the host"),
        .. Unless(file.List("postgres", "networks").SequenceEqual(["database"]) && $"{ComposeFile.Map(file.Networks["database"]).GetValueOrDefault("internal")}" == "true", "the database is on a network that leads outside"),
        .. Unless(file.List("postgres", "volumes").SequenceEqual(["postgres-data:/var/lib/postgresql/data"]) && file.Volumes.ContainsKey("postgres-data"), "the data is not in a named volume"),
        .. Unless(file.List("postgres", "healthcheck", "test").Contains("127.0.0.1"), "the database looks ready while it initialises"),
        .. file.Services.Where(service => service != "migrate" && file.Text(service, "restart") != "${QGP_RESTART:-unless-stopped}").Select(service => $"{service} has no restart policy"),
        .. Unless(file.Text("migrate", "restart") == "no", "migrations are run again and again"),
        .. Backups(file),
        .. file.Networks.Concat(file.Volumes).Where(one => !Labelled(ComposeFile.Map(one.Value))).Select(one => $"{one.Key} is not labelled and could not be cleaned up"),
    ];

    private static IEnumerable<string> Hardening(ComposeFile file, string service) =>
    [
        .. Unless(file.List(service, "tmpfs").Contains("/tmp"), $"{service} has no place for temporary files"),
        .. Unless(file.Text(service, "init") == "true", $"{service} has nobody to collect ended processes"),
        .. Unless(Labelled(file.Service(service)), $"{service} is not labelled and could not be cleaned up"),
        .. file.List(service, "volumes").Where(volume => volume.StartsWith('/') || volume.StartsWith('.') || volume.Contains("docker.sock", StringComparison.Ordinal)).Select(volume => $"{service} sees files of the host: {volume}"),
    ];

    private static IEnumerable<string> Environments(ComposeFile file)
    {
        var (migrate, app) = (Environment(file, "migrate"), Environment(file, "app"));
        foreach (var name in migrate.Keys.Union(app.Keys).Where(name => migrate.GetValueOrDefault(name) != app.GetValueOrDefault(name)))
            yield return $"{name} is not the same for migrate and app";
    }

    private static readonly string[] SecretNames = ["PASSWORD", "SECRET", "DATABASE_URL"];

    private static IEnumerable<string> Secrets(ComposeFile file) =>
    [
        .. file.Services.SelectMany(service => Environment(file, service).Keys
            .Where(name => SecretNames.Any(part => name.Contains(part, StringComparison.Ordinal)) && !name.EndsWith("_FILE", StringComparison.Ordinal))
            .Select(name => $"{name} of {service} stands in its environment, which whoever inspects it sees")),
        .. Unless(file.List("migrate", "secrets").SequenceEqual(file.List("app", "secrets")), "migrate and app are not given the same secrets"),
        .. file.Services.SelectMany(service => file.List(service, "secrets").Except(file.Secrets.Keys).Select(name => $"{service} asks for the secret {name}, which nobody has")),
        .. file.Secrets.Where(one => $"{ComposeFile.Map(one.Value).GetValueOrDefault("file")}" is var path && !(path.StartsWith("${QGP_SECRETS:?", StringComparison.Ordinal) && path.EndsWith($"}}/{one.Key}", StringComparison.Ordinal)))
            .Select(one => $"the secret {one.Key} is not the file of that name in the folder of the stack"),
    ];

    public static Dictionary<string, string> Environment(ComposeFile file, string service) =>
        file.At(service, "environment") is Dictionary<object, object?> map ? map.ToDictionary(pair => (string)pair.Key, pair => $"{pair.Value}") : [];

    private static IEnumerable<string> Order(ComposeFile file) =>
    [
        .. Unless(file.Text("migrate", "depends_on", "postgres", "condition") == "service_healthy", "migrate does not wait for a healthy database"),
        .. Unless(file.Text("app", "depends_on", "migrate", "condition") == "service_completed_successfully", "app can start after migrations that failed"),
        .. Unless(file.Text("app", "depends_on", "postgres", "condition") == "service_healthy", "app does not wait for a healthy database"),
    ];

    private static IEnumerable<string> Backups(ComposeFile file) =>
    [
        .. Unless(file.List("backup", "profiles").SequenceEqual(["backup"]), "backup runs although nobody asked for it"),
        .. Unless(file.List("backup", "volumes").SequenceEqual(["${QGP_BACKUPS:-./artifacts/backups/sandbox}:/backups"]), "backups go with the data"),
        .. Unless(file.List("backup", "tmpfs").Contains("/scratch") && file.List("backup", "tmpfs").Contains("/var/lib/postgresql/data"), "backup leaves a volume behind that nobody labelled"),
        .. Unless(file.List("backup", "secrets").SequenceEqual(["database_url"]), "backup is given secrets that are not its business"),
        .. Unless(file.List("backup", "networks").SequenceEqual(["database"]), "backup reaches more than the database"),
        .. Unless(file.Text("backup", "depends_on", "migrate", "condition") == "service_completed_successfully", "backup can start before there is a schema"),
    ];

    private static bool Labelled(Dictionary<string, object?> node) =>
        node.GetValueOrDefault("labels") is Dictionary<object, object?> labels
        && labels.GetValueOrDefault("qgp.project") as string == "quality-governance"
        && labels.ContainsKey("qgp.purpose") && labels.ContainsKey("qgp.run");

    private static IEnumerable<string> Unless(bool kept, string sentence) => kept ? [] : [sentence];
}
