using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Platform.Tests.Support;

/// <summary>The real program, serving in a process of its own.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Scratch _scratch;
    private readonly StringBuilder _log = new();

    private RunningService(Process process, Scratch scratch, IPAddress address, int port)
    {
        _scratch = scratch;
        _process = process;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Port = port;
        Client = new HttpClient { BaseAddress = new UriBuilder(Uri.UriSchemeHttp, $"{address}", port).Uri };
    }

    public int Port { get; }

    public HttpClient Client { get; }

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>The entries of the log, each of which must be JSON.</summary>
    public IReadOnlyList<JsonElement> Entries =>
        [.. Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    public static async Task<RunningService> StartAsync(Dictionary<string, string> environment)
    {
        var port = FreePort.Take();
        var scratch = new Scratch();
        var address = ListenAddress.Local(environment.GetValueOrDefault("LISTEN_ADDRESS"))!;
        var service = new RunningService(ServiceProgram.Start([], environment.With("PORT", $"{port}"), scratch.Path), scratch, address, port);
        try
        {
            await Wait.UntilAsync(service.IsAliveAsync, alive => alive, "The service answers /healthz");
        }
        catch (Exception)
        {
            await service.DisposeAsync();
            throw;
        }

        return service;
    }

    /// <summary>As container engines ask a process to stop.</summary>
    public void Terminate()
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-TERM", $"{_process.Id}"]) { UseShellExecute = false })!;
        kill.WaitForExit();
    }

    public async Task<int> ExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _scratch.Dispose();
    }

    private void Add(string? line)
    {
        if (line is null)
            return;
        lock (_log)
            _log.Append(line).Append('\n');
    }

    private async Task<bool> IsAliveAsync()
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"The service ended with {_process.ExitCode} instead of serving:\n{Log}");
        try
        {
            return (await Client.GetAsync("/healthz")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet; the caller asks again
        }
    }
}
