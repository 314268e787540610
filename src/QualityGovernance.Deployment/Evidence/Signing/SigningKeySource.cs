using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>Where a private key for signing comes from: a variable, the file that a variable names, or the file of the checkout.</summary>
/// <param name="root">The checkout.</param>
/// <param name="machine">Has the variables and files.</param>
/// <param name="mask">Gets the key.</param>
public sealed class SigningKeySource(string root, IMachine machine, SecretMask mask)
{
    /// <summary>Holds a key in PEM; with <c>_FILE</c> behind it, the path of one.</summary>
    public const string Variable = "QGP_SIGNING_KEY";

    /// <summary>Ignored by git.</summary>
    public const string KeyFile = ".nuke/keys/signing.pem";

    private const string Create = "./build.sh CreateSigningKey";

    private string Default => Path.Combine(root, KeyFile);

    /// <summary>Whether there is a key. Whoever has none publishes and deploys without signatures, and is told so.</summary>
    public bool IsThere => machine.Variable(Variable) is { Length: > 0 } || machine.Variable(Variable + "_FILE") is { Length: > 0 } || machine.Exists(Default);

    /// <param name="file">A file that was named; null for the usual places.</param>
    /// <exception cref="DeploymentException">There is none, two are given, or it is no key.</exception>
    public SigningKey Read(string? file = null)
    {
        var (given, named) = (machine.Variable(Variable), machine.Variable(Variable + "_FILE"));
        if (file is null && given is { Length: > 0 } && named is { Length: > 0 })
            throw new DeploymentException($"{Variable} and {Variable}_FILE are both set. Unset one.");
        if (file is null && given is { Length: > 0 })
            return Known(given, Variable);
        var path = file ?? (named is { Length: > 0 } ? named : Default);
        return Known(machine.ReadText(path) ?? throw new DeploymentException($"There is no key for signing: {path} does not exist, and {Variable} is not set.", Create), path);
    }

    /// <summary>Makes a key, for its owner alone, and the public half for everybody.</summary>
    /// <param name="name">Whose it is: the name of the public half in <see cref="TrustedKeys.Folder"/>.</param>
    /// <param name="file">Where the private half goes; null for the checkout's own.</param>
    /// <returns>The files of both halves.</returns>
    /// <exception cref="DeploymentException">One of them is there already.</exception>
    public (string Private, string Public) Make(string name, string? file = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var path = Path.GetFullPath(file ?? Default);
        var trust = Path.Combine(root, TrustedKeys.Folder, name + ".pem");
        if (!KeyName.IsValid(name))
            throw new DeploymentException($"\"{name}\" cannot name a key: it may have letters, digits, dots, hyphens and underscores.", Create + " --by jane.doe");
        foreach (var there in new[] { path, trust }.Where(File.Exists))
            throw new DeploymentException($"{there} is there already, and no key is overwritten. Move it away first if it is not to be used any more.");
        using var key = SigningKey.New();
        mask.Register(key.PrivatePem);
        ClosedFolder.Make(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(Path.GetDirectoryName(trust)!);
        OwnersFile.Write(path, key.PrivatePem);
        File.WriteAllText(trust, key.PublicPem);
        return (path, trust);
    }

    private SigningKey Known(string pem, string source)
    {
        mask.Register(pem);
        return SigningKey.Read(pem, source);
    }
}
