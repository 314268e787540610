using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Probing.Load;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Tests.Probing.Load;

public sealed class LoadDriverTests
{
    private const int Enough = 40;

    [Fact]
    public async Task A_server_that_answers_right_fails_nobody()
    {
        await using var server = new ScriptedServer(_ => ScriptedServer.Answer(200, "{\"status\":\"ok\"}"));

        var report = await LoadAsync(server.Address, Get("often", 3), Get("seldom", 1));

        report.Failures.ShouldBeEmpty();
        report.Sent.ShouldBe(server.Requests.Count);
        report.Latencies.Count.ShouldBe((int)report.Sent);
        report.ByRequest["often"].ShouldBeInRange(2 * report.ByRequest["seldom"], 4 * report.ByRequest["seldom"]);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 -\r\nContent-Length: 100\r\n\r\n{\"status\":\"ok", "ended prematurely")]
    [InlineData("HTTP/1.1 500 -\r\nContent-Length: 15\r\n\r\n{\"status\":\"ok\"}", "500")]
    [InlineData("HTTP/1.1 200 -\r\nContent-Length: 17\r\n\r\n{\"status\":\"bad\"} ", "200 {\"status\":\"bad\"}")]
    [InlineData(ScriptedServer.Closed, "The response ended prematurely")]
    public async Task Whatever_is_not_the_right_answer_is_a_failure_and_says_what_it_was(string answer, string told)
    {
        await using var server = new ScriptedServer(_ => answer);

        var report = await LoadAsync(server.Address, Get("one", 1) with { OnNewConnection = true });

        report.Failures.Count.ShouldBe((int)report.Sent);
        report.Failures.ShouldAllBe(failure => failure.What.Contains(told));
    }

    [Fact]
    public async Task A_port_on_which_nobody_listens_is_a_failure()
    {
        var report = await LoadAsync(new Uri($"http://127.0.0.1:{FreePort.Find()}"), Get("one", 1));

        report.Failures.Count.ShouldBe((int)report.Sent);
        report.Failures[0].What.ShouldStartWith("ConnectionError:");
    }

    [Fact]
    public async Task Who_waits_for_answers_does_not_ask_less_often_and_one_that_never_comes_is_a_failure()
    {
        var silence = new TaskCompletionSource<string>();
        await using var server = new ScriptedServer(_ => silence.Task);

        var report = await LoadAsync(server.Address, Get("one", 1));

        report.Sent.ShouldBeGreaterThanOrEqualTo(Enough);
        report.Failures.Count.ShouldBe((int)report.Sent);
        report.Failures[0].What.ShouldBe("No answer within 2 s.");
        silence.SetCanceled();
    }

    [Fact]
    public async Task More_than_may_be_under_way_is_not_sent_and_counts_as_failed()
    {
        var silence = new TaskCompletionSource<string>();
        await using var server = new ScriptedServer(_ => silence.Task);

        var report = await LoadAsync(Plan(server.Address, Get("one", 1)) with { MostInFlight = 5 });

        server.Requests.Count.ShouldBe(5);
        report.Failures.Count(failure => failure.What.StartsWith("It was not sent", StringComparison.Ordinal)).ShouldBe((int)report.Sent - 5);
        silence.SetCanceled();
    }

    [Fact]
    public async Task A_write_is_never_sent_twice_though_its_connection_was_used_before()
    {
        var answered = 0;
        await using var server = new ScriptedServer(_ => Interlocked.Increment(ref answered) % 3 == 0 ? ScriptedServer.Closed : ScriptedServer.Answer(201, "{\"status\":\"ok\"}"));
        var post = new LoadRequest("write", 1, OnNewConnection: false, number => new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent($"write {number}") }, _ => null);

        var report = await LoadAsync(server.Address, post);

        server.Requests.Select(request => request.Body).ShouldBeUnique();
        server.Requests.Count.ShouldBe((int)report.Sent);
        report.Failures.Count.ShouldBe((int)report.Sent / 3);
    }

    [Fact]
    public async Task Requests_on_new_connections_have_one_each_and_others_share_them()
    {
        await using var server = new ScriptedServer(_ => ScriptedServer.Answer(200, "{\"status\":\"ok\"}"));

        await LoadAsync(server.Address, Get("new", 1) with { OnNewConnection = true, New = _ => new HttpRequestMessage(HttpMethod.Get, "/new") }, Get("kept", 1));

        var fresh = server.Requests.Where(request => request.Path == "/new").ToList();
        fresh.Select(request => request.Connection).ShouldBeUnique();
        server.Requests.Except(fresh).Select(request => request.Connection).Distinct().Count().ShouldBeLessThan(fresh.Count);
    }

    private static LoadRequest Get(string name, int weight) =>
        new(name, weight, OnNewConnection: false, _ => new HttpRequestMessage(HttpMethod.Get, "/"), answer => answer.Status == System.Net.HttpStatusCode.OK && answer["status"] == "ok" ? null : answer.ToString());

    private static LoadPlan Plan(Uri address, params LoadRequest[] mix) => new(address, Rate: 200, mix, Patience: TimeSpan.FromSeconds(2), () => new SocketsHttpHandler());

    private static Task<LoadReport> LoadAsync(Uri address, params LoadRequest[] mix) => LoadAsync(Plan(address, mix));

    private static async Task<LoadReport> LoadAsync(LoadPlan plan)
    {
        await using var driver = new LoadDriver(plan, TimeProvider.System);
        driver.Start();
        await new Poll(TimeProvider.System).UntilAsync(
            "The load", _ => Task.FromResult(driver.Sent >= Enough ? ProbeResult.Ready("enough") : ProbeResult.NotYet("more")), TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(10));
        return await driver.StopAsync();
    }
}
