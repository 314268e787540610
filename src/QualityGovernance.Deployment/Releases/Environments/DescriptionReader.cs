using System.Text.Json;
using System.Text.RegularExpressions;

namespace QualityGovernance.Deployment.Releases.Environments;

/// <summary>Reads the description of an environment, and takes nothing that it does not understand as a whole: all problems are told at once.</summary>
public static partial class DescriptionReader
{
    /// <param name="root">The checkout.</param>
    /// <param name="name">staging or production, exactly.</param>
    /// <exception cref="DeploymentException">There is no such environment, or its file is wrong; one line for each problem.</exception>
    public static EnvironmentDescription Read(string root, string? name)
    {
        if (name is null || !EnvironmentDescription.Names.Contains(name))
            throw new DeploymentException($"There is no environment \"{name}\". There are {string.Join(" and ", EnvironmentDescription.Names)}, spelled exactly so.", "./build.sh Deploy --environment staging --tag v1.0.0 --dry-run");
        var path = EnvironmentDescription.FileOf(root, name);
        if (!File.Exists(path))
            throw new DeploymentException($"The environment {name} is not described: there is no file {path}. Copy the one of another environment and change every value.");
        return Parse(path, name, File.ReadAllText(path));
    }

    internal static EnvironmentDescription Parse(string path, string name, string json)
    {
        using var document = Document(path, json);
        var fields = new DescriptionFields(document.RootElement);
        var stack = fields.Text("stack", value => Word().IsMatch(value), "a name of lower-case letters, digits and -, for example qgp-" + name);
        var host = fields.Text("host", value => Uri.CheckHostName(value) != UriHostNameType.Unknown, "the host name under which its users reach it");
        var port = fields.Number("port", 1, 65535);
        var replicas = fields.Number("replicas", 1, 100);
        var settings = fields.Map("settings", Variable, "a setting of the product, as a text", required: false);
        var secrets = fields.Map("secrets", Variable, "the name of a variable in which the operator holds it", required: true);
        var retain = fields.Number("retain", 1, 100, otherwise: 5);
        var deadline = fields.Number("rolloutDeadlineSeconds", 10, 3600, otherwise: 120);
        var drill = fields.Number("drillMaxAgeDays", 1, 3650, otherwise: name == EnvironmentDescription.Production ? null : 0);
        var backups = fields.Section("backups", EnvironmentBackups.Read);
        foreach (var secret in EnvironmentDescription.SecretNames.Where(secret => !secrets.ContainsKey(secret)))
            fields.Problem($"\"secrets\" does not say where {secret} comes from: add \"{secret}\": \"QGP_{name.ToUpperInvariant()}_{secret}\".");
        foreach (var (secret, source) in secrets)
            SecretProblem(fields, secret, source);
        foreach (var setting in settings.Keys.Where(setting => Reserved(setting)))
            fields.Problem($"\"settings\" may not hold {setting}: {WhyReserved(setting, name)}.");
        if (backups?.Recipient is not null != secrets.ContainsKey(EnvironmentDescription.BackupIdentity))
            fields.Problem($"\"backups.recipient\" and the secret {EnvironmentDescription.BackupIdentity} go together: no backup is good before it was decrypted, restored and compared.");
        fields.RequireNone(path);
        return new EnvironmentDescription(
            name, stack, host, port, replicas, settings, secrets, retain, TimeSpan.FromSeconds(deadline), drill == 0 ? null : TimeSpan.FromDays(drill)) { Backups = backups };
    }

    private static void SecretProblem(DescriptionFields fields, string secret, string source)
    {
        if (!EnvironmentDescription.SecretNames.Contains(secret) && !EnvironmentDescription.SecretsOfOthers.Contains(secret))
            fields.Problem($"\"secrets\" names {secret}, which is no secret of the product: {string.Join(", ", EnvironmentDescription.SecretNames.Concat(EnvironmentDescription.SecretsOfOthers))}.");
        if (!VariablePattern().IsMatch(source))
            fields.Problem($"\"secrets\" has to hold names of variables, never values: {secret} is not the name of one. Write for example QGP_STAGING_{secret}.");
    }

    private static string WhyReserved(string setting, string name) => setting switch
    {
        EnvironmentDescription.AppEnvironment => $"it is always {name}",
        EnvironmentDescription.ListenPort => "a replica listens where the proxy asks it; the port that people see is \"port\"",
        EnvironmentDescription.ListenAddress => "a replica listens on every address of its container, where the proxy asks it",
        EnvironmentDescription.TrustedProxies => "a replica believes the proxy of its own stack and no other",
        _ => "it is a secret; name its source in \"secrets\"",
    };

    private static bool Reserved(string setting) => setting is EnvironmentDescription.AppEnvironment or EnvironmentDescription.ListenAddress or EnvironmentDescription.ListenPort or EnvironmentDescription.TrustedProxies
        || EnvironmentDescription.SecretNames.Concat(EnvironmentDescription.SecretsOfOthers).Any(secret => setting == secret || setting == secret + "_FILE" || setting == secret + "_VAULT");

    private static bool Variable(string name) => VariablePattern().IsMatch(name);

    private static JsonDocument Document(string path, string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"{path} is not JSON: {e.Message}", inner: e);
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,40}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Z][A-Z0-9_]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VariablePattern();
}
