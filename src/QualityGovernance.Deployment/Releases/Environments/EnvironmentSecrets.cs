using System.Text;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Releases.Environments;

/// <summary>The values of an environment's secrets, by the product's names of them. Known to the mask from the moment they were read.</summary>
public sealed class EnvironmentSecrets
{
    private const int FewestBytes = 32;

    private static readonly string[] Placeholders =
        ["change-me-in-production", "__change_me__", "changeme", "change-me", "your-secret-key-here", "secret", "dev-secret", "password", "example", "placeholder"];

    private EnvironmentSecrets(IReadOnlyDictionary<string, string> values, DatabaseAddress database)
    {
        Values = values;
        Database = database;
    }

    /// <summary>As the engine's secrets have to hold them.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>Where the environment's database is.</summary>
    public DatabaseAddress Database { get; }

    /// <param name="environment">Names where each secret comes from.</param>
    /// <param name="machine">Holds the variables and the files.</param>
    /// <param name="mask">Gets every value.</param>
    /// <exception cref="DeploymentException">One is missing, given twice, a placeholder or too short; all of it at once, and no value.</exception>
    public static EnvironmentSecrets Read(EnvironmentDescription environment, IMachine machine, SecretMask mask)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(mask);
        var problems = new List<string>();
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (secret, source) in environment.SecretSources)
        {
            if (Value(secret, source, machine, problems) is not { } value)
                continue;
            mask.Register(value);
            values[secret] = value;
            if (Problem(secret, source, value) is { } problem)
                problems.Add(problem);
        }

        if (values.GetValueOrDefault("SECRET_KEY") is { } key && key == values.GetValueOrDefault("JWT_SECRET_KEY"))
            problems.Add("SECRET_KEY and JWT_SECRET_KEY are the same value. Make one of them anew: openssl rand -base64 48.");
        var database = ReadDatabase(environment, values, mask, problems);
        if (problems.Count > 0 || database is null)
            throw new DeploymentException($"The secrets of {environment.Name} cannot be used:\n{string.Join('\n', problems.Select(problem => "- " + problem))}");
        return new EnvironmentSecrets(values, database);
    }

    /// <summary>Shows names only.</summary>
    public override string ToString() => string.Join(", ", Values.Keys);

    private static DatabaseAddress? ReadDatabase(EnvironmentDescription environment, SortedDictionary<string, string> values, SecretMask mask, List<string> problems)
    {
        if (!values.TryGetValue(EnvironmentDescription.DatabaseUrl, out var url))
            return null;
        try
        {
            var address = DatabaseAddress.Parse(url, mask);
            if (IsPlaceholder(address.Password))
                problems.Add($"{environment.SecretSources[EnvironmentDescription.DatabaseUrl]}: the password of the database is empty or a placeholder. Give its user another one.");
            return address;
        }
        catch (DeploymentException e)
        {
            problems.Add($"{environment.SecretSources[EnvironmentDescription.DatabaseUrl]}: {e.Message}");
            return null;
        }
    }

    private static string? Value(string secret, string source, IMachine machine, List<string> problems)
    {
        var (given, file) = (machine.Variable(source), machine.Variable(source + "_FILE"));
        var value = (given, file) switch
        {
            ({ Length: > 0 }, { Length: > 0 }) => Problem($"{source} and {source}_FILE are both set. Unset one."),
            ({ Length: > 0 }, _) => given,
            (_, { Length: > 0 }) => machine.ReadText(file)?.TrimEnd('\r', '\n') ?? Problem($"{source}_FILE names {file}, and there is no such file."),
            _ => Problem($"{secret} is not there: set {source}, or {source}_FILE to the path of a file that holds it."),
        };
        return value is "" ? Problem($"{source}_FILE names {file}, which is empty. Write the value into it.") : value;

        string? Problem(string sentence)
        {
            problems.Add(sentence);
            return null;
        }
    }

    private static string? Problem(string secret, string source, string value) => secret switch
    {
        EnvironmentDescription.DatabaseUrl => null,
        EnvironmentDescription.Certificate => value.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal) && value.Contains("PRIVATE KEY", StringComparison.Ordinal)
            ? null
            : $"{source} is not a certificate with its private key, both in PEM, one after the other.",
        EnvironmentDescription.BackupIdentity => value.Contains("AGE-SECRET-KEY-", StringComparison.Ordinal) ? null : $"{source} is not an identity of age. Make one with: age-keygen.",
        _ => KeyProblem(secret, source, value),
    };

    private static string? KeyProblem(string secret, string source, string value)
    {
        if (IsPlaceholder(value))
            return $"{source} is a placeholder. Make {secret} with: openssl rand -base64 48.";
        return Encoding.UTF8.GetByteCount(value) < FewestBytes ? $"{source} is shorter than {FewestBytes} bytes. Make {secret} with: openssl rand -base64 48." : null;
    }

    private static bool IsPlaceholder(string value) => value.Length == 0
        || Placeholders.Contains(value.Trim().ToLowerInvariant())
        || value.Contains("change-me", StringComparison.OrdinalIgnoreCase)
        || value.Contains("change_me", StringComparison.OrdinalIgnoreCase)
        || value.Replace("-", "", StringComparison.Ordinal).Contains("sandboxonly", StringComparison.OrdinalIgnoreCase);
}
