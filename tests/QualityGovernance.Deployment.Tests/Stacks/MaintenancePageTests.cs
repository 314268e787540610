using System.Net;
using System.Net.Sockets;
using System.Text;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Stacks;

public sealed class MaintenancePageTests : IDisposable
{
    private const string Docker = "/usr/bin/docker";
    private const string OfThePage = $"{Docker} ps --all --quiet --no-trunc --filter label=qgp.project=quality-governance --filter label=qgp.purpose=maintenance --filter label=qgp.run=qgp-sandbox";

    private readonly TemporaryFolder folder = new();
    private readonly ScriptedRunner runner = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int port;

    public MaintenancePageTests()
    {
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        File.WriteAllText(Path.Combine(folder.Path, ".env.sandbox.example"), Checkout.Text(".env.sandbox.example").Replace("QGP_PORT=8000", $"QGP_PORT={port}", StringComparison.Ordinal));
        var secrets = Directory.CreateDirectory(Path.Combine(folder.Path, ".nuke", "sandbox-secrets"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, ".nuke", "sandbox-secrets")))
            File.Copy(file, Path.Combine(secrets.FullName, Path.GetFileName(file)));
        runner.On($"{Docker} ps").On($"{Docker} network ls").On($"{Docker} rm").On($"{Docker} run", "page").On($"{Docker} logs")
            .On($"{Docker} container inspect page", EngineScript.Container("page"));
    }

    public void Dispose()
    {
        listener.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task It_takes_the_port_of_the_application_and_is_there_when_it_answers()
    {
        var answered = AnswerAsync("503 Service Unavailable");

        await Page().ShowAsync("sha256:proxy");

        await answered;
        var run = runner.Lines.Single(line => line.StartsWith($"{Docker} run", StringComparison.Ordinal));
        run.ShouldContain($"--publish 127.0.0.1:{port}:8080");
        run.ShouldContain("--network bridge");
        run.ShouldContain("--label qgp.purpose=maintenance --label qgp.run=qgp-sandbox");
        run.ShouldEndWith("sha256:proxy -db -f /etc/qgp/haproxy.cfg");
    }

    [Fact]
    public async Task What_a_killed_restore_has_left_goes_first()
    {
        runner.On(OfThePage, "page");
        var answered = AnswerAsync("503 Service Unavailable");

        await Page().ShowAsync("sha256:proxy");

        await answered;
        runner.Lines.ToList().FindIndex(line => line == $"{Docker} rm --force --volumes page").ShouldBeInRange(0, runner.Lines.ToList().FindIndex(line => line.StartsWith($"{Docker} run", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_port_that_cannot_be_had_is_named()
    {
        runner.On($"{Docker} run", exitCode: 125, error: "Bind for 127.0.0.1 failed: port is already allocated.");

        (await Should.ThrowAsync<DeploymentException>(() => Page().ShowAsync("sha256:proxy"))).Message
            .ShouldBe($"The maintenance page cannot be shown on port {port}: Bind for 127.0.0.1 failed: port is already allocated.");
    }

    [Fact]
    public async Task A_page_that_ends_at_once_is_not_waited_for()
    {
        listener.Stop();
        runner.On($"{Docker} container inspect page", EngineScript.Container("page", status: "exited", exitCode: 1)).On($"{Docker} logs --tail 3 page", "unknown keyword in the configuration");

        (await Should.ThrowAsync<Deployment.Probing.PollGaveUpException>(() => Page().ShowAsync("sha256:proxy"))).Message.ShouldContain("it ended: unknown keyword in the configuration");
    }

    [Fact]
    public async Task Somebody_else_who_answers_is_not_taken_for_the_page()
    {
        using var end = new CancellationTokenSource();
        var answering = AnswerAsync("200 OK", end.Token);

        (await Should.ThrowAsync<Deployment.Probing.PollGaveUpException>(() => Page().ShowAsync("sha256:proxy"))).Message.ShouldContain("somebody answers with 200");

        await end.CancelAsync();
        await answering;
    }

    /// <summary>Once, or until it is told to end.</summary>
    private async Task AnswerAsync(string status, CancellationToken? until = null)
    {
        do
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(until ?? CancellationToken.None);
                var stream = client.GetStream();
                (await stream.ReadAsync(new byte[1024])).ShouldBePositive();
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
        while (until is not null);
    }

    private MaintenancePage Page()
    {
        var time = new ManualTime(pausesPass: true);
        var engine = new ContainerEngine(runner, Docker);
        return new MaintenancePage(engine, Sandbox.Open(engine, new ComposeFacts(ComposeKind.Program, "1.29.2"), folder.Path, new SecretMask(), time), time);
    }
}
