using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Observability;

namespace QualityGovernance.Platform.Tests.Support;

/// <summary>The platform with endpoints of a test in place of features, on a real server.</summary>
internal sealed class PlatformHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PlatformHost(WebApplication app, int port)
    {
        _app = app;
        Port = port;
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public HttpClient Client { get; }

    public int Port { get; }

    public static async Task<PlatformHost> StartAsync(
        Action<WebApplication> map,
        Dictionary<string, string>? settings = null,
        Action<WebApplicationBuilder>? add = null,
        string logLevel = "None")
    {
        var port = FreePort.Take();
        var checkedSettings = (settings ?? []).With("PORT", $"{port}").With("LOG_LEVEL", logLevel).Accepted();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = checkedSettings.Environment.ToString() });
        builder.AddPlatform(checkedSettings);
        builder.Services.AddSingleton(BuildInfo.From(new ConfigurationBuilder().Build(), typeof(PlatformHost).Assembly));
        add?.Invoke(builder);

        var app = builder.Build();
        app.UsePlatform();
        map(app);
        await app.StartAsync();
        return new PlatformHost(app, port);
    }

    public Task StopAsync() => _app.StopAsync();

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
