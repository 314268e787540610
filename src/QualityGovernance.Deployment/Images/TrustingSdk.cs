using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Images;

/// <summary>
/// An official SDK image with the certificate authorities of this host on top: how a restore works behind a proxy that inspects TLS. It is a build stage only,
/// so no runtime image ever holds them.
/// </summary>
public sealed class TrustingSdk(ContainerEngine engine, Action<string> say, Action<string>? detail = null)
{
    private const string Repository = "qgp-base/sdk-trusting-host";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <returns>The name of the image, made once for each SDK and each set of authorities.</returns>
    public async Task<string> EnsureAsync(string sdk, HostTrust trust, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trust);
        var inputs = $"{sdk} {trust.Fingerprint}";
        var name = $"{Repository}:{trust.Fingerprint}";
        if ((await engine.ImageAsync(name, cancellation))?.Labels.GetValueOrDefault(Labels.Inputs) == inputs)
            return name;
        say($"Adding the certificate authorities of this host to {sdk}, for the build stage only.");
        var labels = Labels.For(Purposes.Base).Append(new(Labels.BaseKind, BaseKind.Official.Word())).Append(new(Labels.Inputs, inputs));
        var context = Directory.CreateTempSubdirectory("qgp-sdk-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(context.FullName, "Dockerfile"), Dockerfile(sdk), cancellation);
            await File.WriteAllTextAsync(Path.Combine(context.FullName, "ca-certificates.crt"), trust.Bundle, cancellation);
            await engine.CheckedAsync(["build", "--tag", name, .. labels.SelectMany(label => new[] { "--label", $"{label.Key}={label.Value}" }), context.FullName], detail, Patience, cancellation);
            return name;
        }
        finally
        {
            context.Delete(recursive: true);
        }
    }

    private static string Dockerfile(string sdk) =>
        $"FROM {sdk}\nCOPY ca-certificates.crt /etc/ssl/certs/ca-certificates.crt\nENV SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt\n";
}
