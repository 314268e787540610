using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Probing.Load;

namespace QualityGovernance.Deployment.Tests.Probing.Load;

public sealed class ServiceLoadTests
{
    private readonly ConcurrentDictionary<string, string> stored = new();
    private int ids;

    [Fact]
    public async Task Everything_that_was_acknowledged_is_found()
    {
        await using var server = new ScriptedServer(Serve);
        var load = await LoadAsync(server);

        load.Written.Count.ShouldBeGreaterThan(0);
        (await MissingAsync(load, server)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_write_that_was_acknowledged_and_lost_is_named()
    {
        await using var server = new ScriptedServer(Serve);
        var load = await LoadAsync(server);
        stored.TryRemove("/api/v1/incidents/1", out _);

        (await MissingAsync(load, server)).ShouldHaveSingleItem().ShouldStartWith("/api/v1/incidents/1: 404");
    }

    [Fact]
    public async Task A_write_that_comes_back_as_another_one_is_named()
    {
        await using var server = new ScriptedServer(Serve);
        var load = await LoadAsync(server);
        stored["/api/v1/incidents/1"] = "{\"id\":1,\"title\":\"another\"}";

        (await MissingAsync(load, server)).ShouldHaveSingleItem().ShouldContain("another");
    }

    [Fact]
    public async Task An_id_that_is_given_twice_is_a_failure()
    {
        await using var server = new ScriptedServer(request => request.Method == "POST" ? ScriptedServer.Answer(201, "{\"id\":1,\"title\":\"x\"}") : Serve(request));
        LoadReport? report = null;

        await LoadAsync(server, seen => report = seen);

        report!.Failures.ShouldAllBe(failure => failure.What == "The id 1 was given twice.");
        report.Failures.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_slow_request_arrives_as_a_whole()
    {
        await using var server = new ScriptedServer(Serve);
        await LoadAsync(server);

        server.Requests.Where(request => request.Body.Length > 3000).ShouldNotBeEmpty();
        server.Requests.Where(request => request.Body.Length > 0).ShouldAllBe(request => JsonNode.Parse(request.Body, null, default) != null);
    }

    private string Serve(ScriptedRequest request)
    {
        if (request.Method == "POST")
        {
            var id = Interlocked.Increment(ref ids).ToString(CultureInfo.InvariantCulture);
            var body = JsonNode.Parse(request.Body)!.AsObject();
            body["id"] = int.Parse(id, CultureInfo.InvariantCulture);
            stored[$"/api/v1/incidents/{id}"] = body.ToJsonString();
            return ScriptedServer.Answer(201, body.ToJsonString());
        }

        return request.Path switch
        {
            "/healthz" => ScriptedServer.Answer(200, "{\"status\":\"ok\"}"),
            "/api/v1/incidents?page_size=5" => ScriptedServer.Answer(200, "{\"page\":1}"),
            var path => stored.TryGetValue(path, out var body) ? ScriptedServer.Answer(200, body) : ScriptedServer.Answer(404, "{}"),
        };
    }

    private static async Task<ServiceLoad> LoadAsync(ScriptedServer server, Action<LoadReport>? seen = null)
    {
        var load = new ServiceLoad("token", "A test", TimeProvider.System);
        await using var driver = new LoadDriver(new LoadPlan(server.Address, Rate: 200, load.Mix, TimeSpan.FromSeconds(30), () => new SocketsHttpHandler()), TimeProvider.System);
        driver.Start();
        await new Poll(TimeProvider.System).UntilAsync(
            "The load", _ => Task.FromResult(driver.Sent >= 150 ? ProbeResult.Ready("enough") : ProbeResult.NotYet("more")), TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(10));
        var report = await driver.StopAsync();
        seen?.Invoke(report);
        if (seen is null)
            report.Failures.ShouldBeEmpty();
        return load;
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(ServiceLoad load, ScriptedServer server)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        return await load.MissingAsync(client, CancellationToken.None);
    }
}
