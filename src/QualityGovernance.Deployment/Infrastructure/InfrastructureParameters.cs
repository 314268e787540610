using System.Text;
using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Infrastructure;

/// <summary>
/// Writes what the blueprint takes from elsewhere: the environment's description and the service's settings. Secrets, and what only
/// the operator knows, are variables that are read when the blueprint is deployed; they have no default.
/// </summary>
internal static class InfrastructureParameters
{
    public const string Command = "./build.sh GenerateInfrastructureParameters";

    private const string VaultAddress = "KEY_VAULT_URI";

    private static readonly (string Parameter, string Variable)[] OfTheOperator =
    [
        ("machineAdministratorPublicKey", "ADMINISTRATOR_PUBLIC_KEY"),
        ("operatorAddressRange", "OPERATOR_ADDRESS_RANGE"),
        ("operatorsGroupId", "OPERATORS_GROUP"),
        ("alertMailAddress", "ALERT_MAIL"),
        ("databasePassword", "DATABASE_PASSWORD"),
    ];

    /// <summary>The parameters of an environment.</summary>
    public static string Of(EnvironmentDescription environment)
    {
        var text = new StringBuilder($"// Written by {Command} out of .nuke/environments/{environment.Name}.json. Change that file, and run it again.\nusing 'main.bicep'\n\n");
        Line("environment", BicepText.Quoted(environment.Name));
        Line("stack", BicepText.Quoted(environment.Stack));
        Line("host", BicepText.Quoted(environment.Host));
        Line("publishedPort", environment.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Line("encrypted", BicepText.Of(environment.SecretSources.ContainsKey(EnvironmentDescription.Certificate)));
        Line("vaultName", BicepText.Quoted(VaultName(environment)));
        // One replica gains nothing from machines that can be lost; more do, and an even number of managers is no better than one less.
        Line("machineCount", environment.Replicas == 1 ? "1" : "3");
        text.Append("param settings = {\n");
        foreach (var (name, value) in environment.Settings.OrderBy(setting => setting.Key, StringComparer.Ordinal))
            text.Append("  ").Append(name).Append(": ").Append(BicepText.Quoted(value)).Append('\n');
        text.Append("}\n\n");
        foreach (var (parameter, variable) in Variables(environment))
            Line(parameter, $"readEnvironmentVariable({BicepText.Quoted(variable)})");
        return text.ToString();

        void Line(string name, string value) => text.Append("param ").Append(name).Append(" = ").Append(value).Append('\n');
    }

    /// <summary>The variables that have to be set when the blueprint is deployed.</summary>
    public static IEnumerable<(string Parameter, string Variable)> Variables(EnvironmentDescription environment) =>
    [
        .. OfTheOperator.Select(one => (one.Parameter, $"QGP_{environment.Name.ToUpperInvariant()}_{one.Variable}")),
        ("secretKey", environment.SecretSources["SECRET_KEY"]),
        ("jwtSecretKey", environment.SecretSources["JWT_SECRET_KEY"]),
    ];

    /// <summary>The settings by name, without those that are secrets and without what follows from the environment.</summary>
    public static string TypeOf(IEnumerable<PublishedSetting> settings)
    {
        var text = new StringBuilder($"// Written by {Command} out of the table of settings in docs/configuration.md. A name that the service does not know does not compile.\n");
        text.Append("@export()\n@sealed()\ntype serviceSettings = {\n");
        foreach (var setting in settings.Where(setting => !setting.HoldsSecret && setting.Name is not (EnvironmentDescription.AppEnvironment or EnvironmentDescription.ListenAddress)))
            text.Append("  @description(").Append(BicepText.Quoted(setting.Rule)).Append(")\n  ").Append(setting.Name).Append(": string?\n");
        return text.Append("}\n").ToString();
    }

    private static string VaultName(EnvironmentDescription environment) =>
        environment.Settings.TryGetValue(VaultAddress, out var address) && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host.Split('.')[0] : environment.Stack;
}
