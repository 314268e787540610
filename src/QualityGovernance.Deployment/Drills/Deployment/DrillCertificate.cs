using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace QualityGovernance.Deployment.Drills.Deployment;

/// <summary>A certificate that nobody vouches for, with its key: the clients of a drill believe exactly this one.</summary>
internal static class DrillCertificate
{
    /// <returns>Both in PEM, as a proxy takes them.</returns>
    public static string New(string host, TimeProvider time)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }
}
