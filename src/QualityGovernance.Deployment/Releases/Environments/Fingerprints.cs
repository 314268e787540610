using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace QualityGovernance.Deployment.Releases.Environments;

/// <summary>
/// What one environment uses and no other may, as salted hashes: another environment can be compared with it where its values are not known, and the values
/// cannot be read out of it.
/// </summary>
/// <param name="Salt">Random, as hexadecimal digits.</param>
/// <param name="Hashes">By what it is: a secret, the database, the published address.</param>
public sealed record Fingerprints(string Salt, IReadOnlyDictionary<string, string> Hashes)
{
    internal const string File = "fingerprints.json";

    /// <summary>Slow on purpose: a short password must not be found by trying.</summary>
    private const int Rounds = 100_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, RespectRequiredConstructorParameters = true };

    /// <summary>What must not be shared, by its name in a message.</summary>
    internal static IReadOnlyDictionary<string, string> Parts(EnvironmentDescription environment, EnvironmentSecrets secrets) =>
        new SortedDictionary<string, string>(
            secrets.Values.Where(secret => secret.Key != EnvironmentDescription.DatabaseUrl).ToDictionary(secret => $"secret value {secret.Key}", secret => "secret:" + secret.Value), StringComparer.Ordinal)
        {
            ["database password"] = "secret:" + secrets.Database.Password,
            ["database"] = $"database:{secrets.Database.Host.ToLowerInvariant()}:{secrets.Database.Port}/{secrets.Database.Database}",
            ["published address"] = $"address:{environment.Host.ToLowerInvariant()}:{environment.Port}",
        };

    internal static Fingerprints Of(IReadOnlyDictionary<string, string> parts)
    {
        var salt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return new Fingerprints(salt, parts.ToDictionary(part => part.Key, part => Hash(salt, part.Value)));
    }

    internal static Fingerprints? Read(EnvironmentState state)
    {
        var path = state.At(File);
        if (!System.IO.File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<Fingerprints>(System.IO.File.ReadAllText(path), Json) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException e)
        {
            throw new DeploymentException($"{path} cannot be read, so nobody can say whether {state.Name} shares anything: {e.Message} Remove it and deploy {state.Name} again.", inner: e);
        }
    }

    internal void WriteInto(EnvironmentState state) => state.Write(File, JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>Pairs of what is called so here and what has the same value there.</summary>
    internal IEnumerable<(string Here, string There)> SharedWith(IReadOnlyDictionary<string, string> parts) =>
        from part in parts
        let hash = Hash(Salt, part.Value)
        from other in Hashes
        where other.Value == hash
        select (part.Key, other.Key);

    private static string Hash(string salt, string value) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(value), Convert.FromHexString(salt), Rounds, HashAlgorithmName.SHA256, 32));
}
