using System.Net;
using System.Net.Sockets;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Health;

/// <summary>The real program on a server that takes connections and says nothing.</summary>
public class HangingDatabaseTests
{
    [Fact]
    public async Task Readiness_has_a_limit_of_its_own_and_asks_anew_each_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        await using var service = await RunningService.StartAsync(
            new Dictionary<string, string> { ["DATABASE_URL"] = $"postgresql://qgp:a-database-password@127.0.0.1:{port}/qgp" });

        var hanging = await service.Client.AskAsync("/readyz");
        var version = await service.Client.AskAsync("/api/v1/meta/version");
        var alive = await service.Client.AskAsync("/healthz");
        silent.Stop();
        var refused = await service.Client.AskAsync("/readyz");

        hanging.StatusCode.ShouldBe(503);
        hanging.Json.GetProperty("message").GetString().ShouldBe("The database did not answer within 2 s.");
        version.Json.GetProperty("schema_revision").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        alive.StatusCode.ShouldBe(200);
        refused.StatusCode.ShouldBe(503);
        refused.Json.GetProperty("message").GetString().ShouldNotBe(hanging.Json.GetProperty("message").GetString());
        service.Log.ShouldNotContain("a-database-password");
    }
}
