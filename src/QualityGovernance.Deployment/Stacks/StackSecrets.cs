using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>The secrets of a stack, each a file of one folder: no container is told one through its environment, which whoever may inspect it sees.</summary>
/// <param name="DatabaseUser">As the database is made with.</param>
/// <param name="DatabaseName">As the database is made with.</param>
/// <param name="DatabasePassword">Letters and digits only: it becomes part of an address.</param>
/// <param name="SecretKey">Of the service.</param>
/// <param name="JwtSecretKey">Signs access tokens.</param>
public sealed record StackSecrets(string DatabaseUser, string DatabaseName, string DatabasePassword, string SecretKey, string JwtSecretKey)
{
    /// <summary>Where containers find them.</summary>
    public const string MountPoint = "/run/secrets/";

    private const string UrlFile = "database_url";
    private const string PasswordFile = "database_password";
    private const string SecretKeyFile = "secret_key";
    private const string JwtSecretKeyFile = "jwt_secret_key";

    /// <summary>What both programs of the product are given, as paths inside their containers.</summary>
    public static readonly IReadOnlyList<string> ProgramMounts = [MountPoint + UrlFile, MountPoint + SecretKeyFile, MountPoint + JwtSecretKeyFile];

    /// <summary>Names of files with what belongs into them.</summary>
    public IReadOnlyDictionary<string, string> Files()
    {
        Refuse("The database's password", DatabasePassword);
        Refuse("The database's user", DatabaseUser);
        Refuse("The database's name", DatabaseName);
        return new Dictionary<string, string> { [UrlFile] = Url, [PasswordFile] = DatabasePassword, [SecretKeyFile] = SecretKey, [JwtSecretKeyFile] = JwtSecretKey };
    }

    /// <summary>Reads the folder of a stack that somebody set up, and makes its values known to the mask.</summary>
    /// <exception cref="DeploymentException">A file is missing or empty, or the address is not that of the stack's own database; says which, and never a value.</exception>
    public static StackSecrets Read(string folder, string databaseUser, string databaseName, SecretMask mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        var secrets = new StackSecrets(databaseUser, databaseName, Value(folder, PasswordFile, mask), Value(folder, SecretKeyFile, mask), Value(folder, JwtSecretKeyFile, mask));
        var url = Value(folder, UrlFile, mask);
        if (url.Split('?')[0] != secrets.Files()[UrlFile].Split('?')[0])
        {
            throw new DeploymentException(
                $"{Path.Combine(folder, UrlFile)} is not the address of the stack's own database: it has to be postgresql://{databaseUser}:<what {PasswordFile} holds>@postgres:5432/{databaseName}.");
        }

        return secrets;
    }

    /// <summary>Shows no value.</summary>
    public override string ToString() => $"the secrets of the database {DatabaseName}";

    private string Url => $"postgresql://{DatabaseUser}:{DatabasePassword}@postgres:5432/{DatabaseName}?sslmode=prefer";

    private static string Value(string folder, string name, SecretMask mask)
    {
        var path = Path.Combine(folder, name);
        var value = File.Exists(path) ? File.ReadAllText(path).TrimEnd('\r', '\n') : throw new DeploymentException($"There is no secret file {path}.", $"cp -r .nuke/sandbox-secrets {folder}");
        mask.Register(value);
        return value.Length > 0 ? value : throw new DeploymentException($"The secret file {path} is empty. Write the value into it.");
    }

    private static void Refuse(string what, string value)
    {
        if (value.Length == 0 || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
            throw new DeploymentException($"{what} becomes part of the database's address; it has to consist of letters, digits, _ and -.");
    }
}
