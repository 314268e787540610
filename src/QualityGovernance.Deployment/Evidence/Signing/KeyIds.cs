using System.Security.Cryptography;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>How keys are named, and which are taken.</summary>
internal static class KeyIds
{
    private const string P256 = "1.2.840.10045.3.1.7";

    public static string Of(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    /// <exception cref="DeploymentException">The key is on another curve.</exception>
    public static void RequireCurve(ECDsa key, string source)
    {
        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value != P256)
            throw new DeploymentException($"{source} is a key on another curve than P-256.", "./build.sh CreateSigningKey");
    }
}
