using System.Net;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Tests.Probing;

public sealed class HealthProbeTests
{
    private const string Ok = """{"status":"ok","request_id":"1"}""";

    [Fact]
    public async Task Status_and_content_together_are_healthy() => (await LookAsync(HttpStatusCode.OK, Ok)).State.ShouldBe(ProbeState.Ready);

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, Ok)]
    [InlineData(HttpStatusCode.ServiceUnavailable, Ok)]
    [InlineData(HttpStatusCode.Accepted, Ok)]
    [InlineData(HttpStatusCode.OK, """{"status":"not_ready"}""")]
    [InlineData(HttpStatusCode.OK, """{"state":"ok"}""")]
    [InlineData(HttpStatusCode.OK, "ok")]
    [InlineData(HttpStatusCode.OK, "\"ok\"")]
    [InlineData(HttpStatusCode.OK, "<html>ok</html>")]
    [InlineData(HttpStatusCode.OK, "")]
    public async Task Anything_else_is_not(HttpStatusCode status, string body)
    {
        var result = await LookAsync(status, body);

        result.State.ShouldBe(ProbeState.NotYet);
        result.Observation.ShouldStartWith($"GET /healthz: {(int)status}");
    }

    [Fact]
    public async Task Nobody_on_the_port_is_an_observation_and_not_an_error()
    {
        using var client = new AnsweringHandler(_ => throw new HttpRequestException("Connection refused")).Client();

        (await new HealthProbe(client, "/healthz", new Dictionary<string, string>()).LookAsync(default)).Observation.ShouldBe("GET /healthz: Connection refused");
    }

    private static async Task<ProbeResult> LookAsync(HttpStatusCode status, string body)
    {
        using var client = new AnsweringHandler(_ => (status, body)).Client();
        return await new HealthProbe(client, "/healthz", new Dictionary<string, string> { ["status"] = "ok" }).LookAsync(default);
    }
}
