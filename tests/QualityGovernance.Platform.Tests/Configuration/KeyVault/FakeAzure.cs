using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using QualityGovernance.Platform.Configuration.KeyVault;

namespace QualityGovernance.Platform.Tests.Configuration.KeyVault;

/// <summary>
/// A vault over HTTPS and the identity service of a virtual machine over HTTP, both on this machine. The library of Azure speaks to them under the names
/// that they have there: only where a connection leads is exchanged.
/// </summary>
internal sealed class FakeAzure : IAsyncDisposable
{
    private const string Token = "a-token-of-the-machine";

    private readonly X509Certificate2 certificate = Certificate();
    private readonly WebApplication server;

    private FakeAzure()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        server = builder.Build();
        server.MapGet("/metadata/identity/oauth2/token", Identify);
        server.MapGet("/secrets/{name}/{version?}", Secret);
    }

    /// <summary>The first name is the vault's, and no name on the network.</summary>
    public static VaultAddress Address { get; } = new(new Uri("https://qgp-test.vault.azure.net"), null);

    public ConcurrentDictionary<string, string> Secrets { get; } = new();

    public ConcurrentQueue<string> Asked { get; } = new();

    public bool HasIdentity { get; set; } = true;

    public bool Refuses { get; set; }

    /// <summary>Takes every question for a vault and answers none.</summary>
    public bool Hangs { get; set; }

    public static async Task<FakeAzure> StartAsync()
    {
        var azure = new FakeAzure();
        await azure.server.StartAsync();
        return azure;
    }

    public AzureVault Open(VaultAddress address, TimeSpan? deadline = null) => new(address, Transport(), deadline);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        certificate.Dispose();
    }

    private HttpClientTransport Transport() => new(new HttpClient(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellation) =>
        {
            var address = new Uri(server.Urls.Single(url => url.StartsWith(context.DnsEndPoint.Port == 443 ? "https:" : "http:", StringComparison.Ordinal)));
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, address.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString() },
    }));

    private IResult Identify(HttpContext context)
    {
        Asked.Enqueue("identity " + context.Request.Query["client_id"]);
        return HasIdentity && context.Request.Headers["Metadata"] == "true"
            ? Results.Json(new { access_token = Token, expires_in = "3600", expires_on = "4102444800", resource = "https://vault.azure.net", token_type = "Bearer" })
            : Results.Json(new { error = "invalid_request", error_description = "Identity not found" }, statusCode: 400);
    }

    private async Task<IResult> Secret(HttpContext context, string name, CancellationToken cancellation)
    {
        if (Hangs)
            await Task.Delay(Timeout.Infinite, cancellation);
        if (context.Request.Headers.Authorization != "Bearer " + Token)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer authorization=\"https://login.microsoftonline.com/00000000-0000-0000-0000-000000000001\", resource=\"https://vault.azure.net\"";
            return Results.Json(new { error = new { code = "Unauthorized", message = "No token." } }, statusCode: 401);
        }

        Asked.Enqueue(name);
        return Refuses ? Results.Json(new { error = new { code = "Forbidden", message = "Caller is not authorized." } }, statusCode: 403)
            : Secrets.TryGetValue(name, out var value) ? Results.Json(new { value, id = $"https://qgp-test.vault.azure.net/secrets/{name}/1", attributes = new { enabled = true } })
            : Results.Json(new { error = new { code = "SecretNotFound", message = "There is none." } }, statusCode: 404);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=*.vault.azure.net", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
