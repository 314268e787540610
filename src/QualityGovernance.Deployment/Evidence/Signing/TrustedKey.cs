using System.Security.Cryptography;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>A public key that somebody put among the trusted ones.</summary>
public sealed class TrustedKey
{
    private readonly byte[] publicKey;

    private TrustedKey(string name, string id, byte[] publicKey)
    {
        Name = name;
        Id = id;
        this.publicKey = publicKey;
    }

    /// <summary>Of its file, without the ending: whose key it is.</summary>
    public string Name { get; }

    public string Id { get; }

    /// <exception cref="DeploymentException">It is not a public key on the curve P-256.</exception>
    public static TrustedKey Read(string name, string pem, string source)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new DeploymentException($"{source} is not a public key in PEM.");
        }

        KeyIds.RequireCurve(key, source);
        return new TrustedKey(name, KeyIds.Of(key), key.ExportSubjectPublicKeyInfo());
    }

    public bool Verifies(byte[] content, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
