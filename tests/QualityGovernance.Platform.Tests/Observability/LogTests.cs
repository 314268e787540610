using System.Text.Json;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Observability;

/// <summary>What the real program writes.</summary>
public class LogTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task A_request_is_one_line_of_json_with_its_ids_and_without_its_query()
    {
        await using var service = await RunningService.StartAsync([]);
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/meta/version/?token=hunter2")
        {
            Headers =
            {
                { "X-Request-ID", "the-logged-id" },
                { "traceparent", $"00-{Trace}-b7ad6b7169203331-01" },
                { "Authorization", "Bearer hunter3" },
            },
        };

        await service.Client.AnswerAsync(request);
        await service.Client.AskAsync("/nowhere/hunter4?password=hunter5", "the-second-id");
        var lines = await Wait.UntilAsync(() => Task.FromResult(RequestLines(service)), lines => lines.Length >= 2, "Both requests are in the log");

        lines.Length.ShouldBe(2);
        var line = lines.Single(entry => entry.GetProperty("request_id").GetString() == "the-logged-id");
        line.GetProperty("@tr").GetString().ShouldBe(Trace);
        line.GetProperty("method").GetString().ShouldBe("GET");
        line.GetProperty("route").GetString().ShouldBe("/api/v1/meta/version");
        line.GetProperty("status").GetInt32().ShouldBe(200);
        // What the alert of the blueprint on Azure counts.
        (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "infra", "azure", "failed-requests.kql"))).ShouldContain("toint(line.status) >= 500");
        line.GetProperty("duration_ms").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
        line.TryGetProperty("RequestPath", out _).ShouldBeFalse();
        service.Log.ShouldNotContain("hunter");
    }

    [Fact]
    public async Task Every_entry_of_a_request_has_its_id()
    {
        await using var service = await RunningService.StartAsync(new Dictionary<string, string> { ["LOG_LEVEL"] = "DEBUG" });

        await service.Client.AskAsync("/api/v1/meta/version", "the-one-id");
        await Wait.UntilAsync(() => Task.FromResult(RequestLines(service).Count(l => Id(l) == "the-one-id")), lines => lines == 1, "The request is in the log");

        var entries = service.Entries;
        var trace = entries.First(entry => Id(entry) == "the-one-id").GetProperty("@tr").GetString();
        // What the host itself says at this level about the connection comes before the request has its id.
        entries.Where(entry => entry.TryGetProperty("@tr", out var tr) && tr.GetString() == trace)
            .Where(entry => entry.GetProperty("SourceContext").GetString()!.StartsWith("QualityGovernance", StringComparison.Ordinal))
            .ShouldAllBe(entry => Id(entry) == "the-one-id");
    }

    [Theory]
    [InlineData("ERROR")]
    [InlineData("None")]
    public async Task A_higher_level_is_quieter(string level)
    {
        await using var service = await RunningService.StartAsync(new Dictionary<string, string> { ["LOG_LEVEL"] = level });

        await service.Client.AskAsync("/nowhere");

        service.Log.ShouldBeEmpty();
    }

    private static JsonElement[] RequestLines(RunningService service) => [.. service.Entries.Where(entry => entry.TryGetProperty("duration_ms", out _) && entry.TryGetProperty("route", out var route) && route.GetString() != "/healthz")];

    private static string? Id(JsonElement entry) => entry.TryGetProperty("request_id", out var id) ? id.GetString() : null;
}
