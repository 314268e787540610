using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Health;

/// <summary>The real program on a database that does not answer.</summary>
public class HealthTests(HealthTests.Unreachable fixture) : IClassFixture<HealthTests.Unreachable>
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/healthz/")]
    [InlineData("/health")]
    public async Task The_process_is_alive_without_a_database(string path)
    {
        var answer = await fixture.Service.Client.AskAsync(path, "probe-1");

        answer.StatusCode.ShouldBe(200);
        answer.Text.ShouldBe("""{"status":"ok","request_id":"probe-1"}""");
    }

    [Fact]
    public async Task It_is_not_ready_and_says_why_within_its_limit()
    {
        var answer = await fixture.Service.Client.AskAsync("/readyz", "probe-2");

        answer.StatusCode.ShouldBe(503);
        answer.ContentType.ShouldBe("application/problem+json");
        answer.Json.GetProperty("status").GetString().ShouldBe("not_ready");
        answer.Json.GetProperty("database").GetString().ShouldBe("unreachable");
        answer.Json.GetProperty("error_code").GetString().ShouldBe("503");
        answer.Json.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        answer.Json.GetProperty("details").EnumerateObject().ShouldBeEmpty();
        answer.Json.GetProperty("request_id").GetString().ShouldBe("probe-2");
        answer.Text.ShouldNotContain(Unreachable.Password);
    }

    [Fact]
    public async Task The_version_is_told_and_the_schema_is_unknown()
    {
        var answer = await fixture.Service.Client.AskAsync("/api/v1/meta/version");

        answer.StatusCode.ShouldBe(200);
        answer.Json.GetProperty("version").GetString().ShouldBe("9.8.7");
        answer.Json.GetProperty("commit").GetString().ShouldBe("abc123");
        answer.Json.GetProperty("build_id").GetString().ShouldBe("build-5");
        answer.Json.GetProperty("schema_revision").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Production_shows_no_reference_page() => (await fixture.Service.Client.AskAsync("/docs")).ShouldBeAProblem(404);

    [Fact]
    public async Task Every_path_of_the_document_is_served_with_and_without_a_trailing_slash()
    {
        var document = (await fixture.Service.Client.AskAsync("/openapi/v1.json")).Json;
        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).Where(path => !path.Contains('{')).ToArray();

        paths.ShouldContain("/healthz");
        foreach (var path in paths)
        {
            // A method that no path has: 405 says that the path is served, 404 would say that it is not.
            foreach (var spelling in new[] { path.TrimEnd('/'), path.TrimEnd('/') + "/" })
                (await fixture.Service.Client.AnswerAsync(new HttpRequestMessage(HttpMethod.Trace, spelling))).StatusCode.ShouldBe(405, spelling);
        }
    }

    public sealed class Unreachable : IAsyncLifetime
    {
        public const string Password = "a-password-of-the-database";

        private RunningService? _service;

        internal RunningService Service => _service!;

        public async Task InitializeAsync() => _service = await RunningService.StartAsync(Environments.Production()
            .With("DATABASE_URL", $"postgresql://qgp:{Password}@192.0.2.1/qgp") // TEST-NET-1: nobody answers there
            .With("QGP_VERSION", "9.8.7").With("QGP_COMMIT", "abc123").With("QGP_BUILD_ID", "build-5"));

        public async Task DisposeAsync() => await _service!.DisposeAsync();
    }
}
