using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace QualityGovernance.Web.Tests.Support;

/// <summary>The real program in a process of its own, which ends without a warning.</summary>
internal sealed class KillableService : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private KillableService(Process process, DirectoryInfo folder, int port)
    {
        (_process, _folder) = (process, folder);
        Client = new() { BaseAddress = new($"http://127.0.0.1:{port}") };
    }

    public HttpClient Client { get; }

    /// <param name="settings">The whole environment but for what the runtime itself needs, and the port.</param>
    public static async Task<KillableService> StartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("qgp-killed-");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "QualityGovernance.Web.dll")]) { UseShellExecute = false, WorkingDirectory = folder.FullName };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["PORT"] = $"{port}";
        var service = new KillableService(Process.Start(start)!, folder, port);
        using var limit = new CancellationTokenSource(Limit);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await service.AnswersAsync(limit.Token)) await pause.WaitForNextTickAsync(limit.Token);
        return service;
    }

    /// <summary>SIGKILL: nothing of the program runs any more.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
        Client.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        if (_process.HasExited) throw new InvalidOperationException($"The service ended with {_process.ExitCode} instead of serving.");
        try
        {
            return (await Client.GetAsync("/readyz", cancellation)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet; it is asked again
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
