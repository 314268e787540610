using System.Security.Cryptography;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>An ECDSA key on the curve P-256 that this process holds.</summary>
public sealed class SigningKey : IEnvelopeSigner, IDisposable
{
    private readonly ECDsa key;

    private SigningKey(ECDsa key)
    {
        this.key = key;
        KeyId = KeyIds.Of(key);
    }

    public string KeyId { get; }

    /// <summary>What everybody may have, and verifiers need: PEM.</summary>
    public string PublicPem => key.ExportSubjectPublicKeyInfoPem() + "\n";

    /// <summary>The secret: PEM (PKCS#8, not encrypted).</summary>
    internal string PrivatePem => key.ExportPkcs8PrivateKeyPem() + "\n";

    public static SigningKey New() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <param name="pem">A private key in PEM.</param>
    /// <param name="source">Where it came from, for the message.</param>
    /// <exception cref="DeploymentException">It is none, or not on the curve P-256. The message does not quote it.</exception>
    public static SigningKey Read(string pem, string source)
    {
        var read = ECDsa.Create();
        try
        {
            read.ImportFromPem(pem);
            read.ExportParameters(includePrivateParameters: true);
            KeyIds.RequireCurve(read, source);
            return new SigningKey(read);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            read.Dispose();
            throw new DeploymentException($"{source} is not a private key for signing: an ECDSA key on the curve P-256, in PEM, without a passphrase.", "./build.sh CreateSigningKey");
        }
        catch (DeploymentException)
        {
            read.Dispose();
            throw;
        }
    }

    public byte[] Sign(byte[] content) => key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => key.Dispose();
}
