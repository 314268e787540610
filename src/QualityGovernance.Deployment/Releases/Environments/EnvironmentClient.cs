using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace QualityGovernance.Deployment.Releases.Environments;

/// <summary>Clients of an environment's published address on this machine, as its users' host name would bring them there.</summary>
internal static class EnvironmentClient
{
    /// <summary>Longer than any answer takes that is still worth something to a user.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static HttpClient New(EnvironmentDescription environment, EnvironmentSecrets secrets)
    {
        var client = new HttpClient(NewHandler(environment, secrets)) { BaseAddress = environment.LocalAddress, Timeout = Patience };
        client.DefaultRequestHeaders.Host = environment.Host;
        return client;
    }

    /// <summary>Over TLS it believes exactly the certificate that the environment was given: what a public authority says of it is another question.</summary>
    public static SocketsHttpHandler NewHandler(EnvironmentDescription environment, EnvironmentSecrets secrets)
    {
        var handler = new SocketsHttpHandler();
        if (!secrets.Values.TryGetValue(EnvironmentDescription.Certificate, out var pem))
            return handler;
        using var given = X509Certificate2.CreateFromPem(pem);
        var expected = given.RawData;
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            TargetHost = environment.Host,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null && certificate.GetRawCertData().AsSpan().SequenceEqual(expected),
        };
        return handler;
    }
}
