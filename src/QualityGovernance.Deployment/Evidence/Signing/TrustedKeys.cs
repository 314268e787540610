namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>The public keys whose signatures count.</summary>
public sealed class TrustedKeys
{
    /// <summary>Where a checkout keeps them: one PEM file for each, named after whose it is.</summary>
    public const string Folder = ".nuke/trust";

    private readonly IReadOnlyList<TrustedKey> keys;

    public TrustedKeys(IReadOnlyList<TrustedKey> keys) => this.keys = keys;

    public IReadOnlyList<TrustedKey> All => keys;

    /// <param name="path">A PEM file, or a folder of them.</param>
    /// <exception cref="DeploymentException">There is none, or one of them is no public key.</exception>
    public static TrustedKeys Read(string path)
    {
        string[] files = File.Exists(path) ? [path] : Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.pem").Order(StringComparer.Ordinal)] : [];
        return new TrustedKeys([.. files.Select(file => TrustedKey.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), file))]);
    }

    public TrustedKey? Find(string id) => keys.FirstOrDefault(key => key.Id == id);
}
