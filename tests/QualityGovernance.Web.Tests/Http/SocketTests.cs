using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Http;

/// <summary>What the server itself decides, before the service is asked: over a real socket, to the real program.</summary>
public sealed class SocketTests(ServiceUnderTest<OnSqlite> service) : IClassFixture<ServiceUnderTest<OnSqlite>>, IAsyncLifetime
{
    private const string Incidents = "/api/v1/incidents";
    private const string Json = "Content-Type: application/json\r\n";
    private const int HugeBody = 10 * 1024 * 1024;
    private const int LargestBody = 1024 * 1024;

    private KillableService _running = null!;
    private string _token = "";

    public async Task InitializeAsync()
    {
        var settings = new Dictionary<string, string?>(Migrated.Secrets) { ["APP_ENV"] = "testing", ["DATABASE_URL"] = service.DatabaseUrl, ["LOG_LEVEL"] = "CRITICAL", ["RATE_LIMIT_PER_MINUTE"] = "0" };
        _running = await KillableService.StartAsync(settings);
        _token = service.Services.GetRequiredService<Tokens>().Issue(service.AdminId, TokenKind.Access).Value;
        _running.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _token);
    }

    public Task DisposeAsync()
    {
        _running.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Nothing_that_is_sent_makes_the_service_fail_or_stop()
    {
        string?[] wrong =
        [
            await WrongAsync("invalid UTF-8 in the path", $"GET {Incidents}/\xC3\x28 HTTP/1.1\r\n{Head}\r\n", 400),
            await WrongAsync("half a character in the path", $"GET {Incidents}/%C3%28 HTTP/1.1\r\n{Head}\r\n", 422),
            await WrongAsync("a NUL in the path", $"GET {Incidents}/%00 HTTP/1.1\r\n{Head}\r\n", 400),
            await WrongAsync("half a character in the query", $"GET {Incidents}?page=%C3%28 HTTP/1.1\r\n{Head}\r\n", 422),
            await WrongAsync("invalid UTF-8 in a key", $"POST {Incidents} HTTP/1.1\r\n{Head}Idempotency-Key: \xC3\x28\r\nContent-Length: 0\r\n\r\n", 400),
            await WrongAsync("invalid UTF-8 in a condition", $"PATCH {Incidents}/1 HTTP/1.1\r\n{Head}If-Match: \"\xFF\"\r\nContent-Length: 0\r\n\r\n", 400),
            await WrongAsync("a NUL in a header", $"GET {Incidents} HTTP/1.1\r\n{Head}X-Request-ID: a\0b\r\n\r\n", 400),
            await WrongAsync("a header of 40 KB", $"GET {Incidents} HTTP/1.1\r\n{Head}X-Long: {new string('x', 40_000)}\r\n\r\n", 431),
            await WrongAsync("200 headers", $"GET {Incidents} HTTP/1.1\r\n{Head}{string.Concat(Enumerable.Range(0, 200).Select(index => $"X-{index}: x\r\n"))}\r\n", 431),
            await WrongAsync("an address of 10 KB", $"GET {Incidents}?after={new string('x', 10_000)} HTTP/1.1\r\n{Head}\r\n", 414),
            await WrongAsync("no host", $"GET {Incidents} HTTP/1.1\r\nConnection: close\r\n\r\n", 400),
            await WrongAsync("two hosts", $"GET {Incidents} HTTP/1.1\r\n{Head}Host: b\r\n\r\n", 400),
            await WrongAsync("two lengths", $"POST {Incidents} HTTP/1.1\r\n{Head}{Json}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{{}}", 400),
            await WrongAsync("a length that is none", $"POST {Incidents} HTTP/1.1\r\n{Head}{Json}Content-Length: -1\r\n\r\n{{}}", 400),
            await WrongAsync("a transfer coding that is none", $"POST {Incidents} HTTP/1.1\r\n{Head}{Json}Transfer-Encoding: none\r\n\r\n{{}}", 400),
            await WrongAsync("a chunk that is none", $"POST {Incidents} HTTP/1.1\r\n{Head}{Json}Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
        ];

        wrong.OfType<string>().ShouldBeEmpty();
        (await _running.Client.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Whoever in front of the service went by the length would take the rest for another request; the service does not.</summary>
    [Fact]
    public async Task A_body_with_both_a_length_and_chunks_is_one_request()
    {
        var (status, text) = await RawCall.SendAsync(
            _running.Client.BaseAddress!, $"POST {Incidents} HTTP/1.1\r\nHost: a\r\n{Json}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n{Head}\r\n");

        status.ShouldBeInRange(400, 499, text);
        Answers(text).ShouldBe(1, text);
    }

    /// <summary>What the checks above go by: an answer that was not expected has a name, and a second answer is seen.</summary>
    [Fact]
    public async Task An_answer_that_was_not_expected_is_found()
    {
        (await WrongAsync("planted", $"GET /healthz HTTP/1.1\r\n{Head}\r\n", 400)).ShouldNotBeNull().ShouldStartWith("planted: HTTP/1.1 200");

        var (_, text) = await RawCall.SendAsync(_running.Client.BaseAddress!, $"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\n{Head}\r\n");
        Answers(text).ShouldBe(2, text);
    }

    [Fact]
    public async Task A_body_of_10_MB_is_refused_in_the_envelope()
    {
        foreach (var (method, path) in new[] { ("POST", Incidents), ("POST", "/api/v1/auth/login"), ("POST", "/api/v1/actions/1/cancel"), ("PATCH", "/api/v1/incidents/1"), ("PUT", "/api/v1/policies/1") })
        {
            var head = $"{method} {path} HTTP/1.1\r\n{Head}{Json}";
            var announced = await RawCall.SendAsync(_running.Client.BaseAddress!, $"{head}Content-Length: {HugeBody}\r\n\r\n");
            var sent = await RawCall.SendAsync(_running.Client.BaseAddress!, $"{head}Transfer-Encoding: chunked\r\n\r\n{HugeBody:x}\r\n{new string(' ', LargestBody + 1)}");

            foreach (var (status, text) in new[] { announced, sent })
            {
                status.ShouldBe(413, $"{method} {path}: {text}");
                text.ShouldContain("\"error_code\":\"413\"");
            }
        }
    }

    [Fact]
    public async Task Tags_keys_and_places_come_back_as_they_were_given()
    {
        var client = _running.Client;
        var body = new { title = "Über—Öl 漏れ", description = "d", incident_date = "2026-01-05T10:00:00Z" };
        var created = (await client.Send(HttpMethod.Post, Incidents, body, ("Idempotency-Key", "a~!key"))).MustBe(HttpStatusCode.Created);
        var again = (await client.Send(HttpMethod.Post, Incidents, body, ("Idempotency-Key", "a~!key"))).MustBe(HttpStatusCode.Created);
        again.Id.ShouldBe(created.Id);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        again["title"].ShouldBe(body.title);
        await client.Post(Incidents, body);

        (await client.Send(HttpMethod.Get, $"{Incidents}/{created.Id}", null, ("If-None-Match", created.EntityTag!))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await client.Send(HttpMethod.Patch, $"{Incidents}/{created.Id}", new { title = "Oil" }, ("If-Match", created.EntityTag!))).MustBe(HttpStatusCode.OK);
        (await client.Send(HttpMethod.Patch, $"{Incidents}/{created.Id}", new { title = "Oil" }, ("If-Match", created.EntityTag!))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);

        var first = (await client.Get($"{Incidents}?page_size=1")).MustBe(HttpStatusCode.OK);
        (await client.Get($"{Incidents}?page_size=1&after={first.NextAfter}")).MustBe(HttpStatusCode.OK).Items.Single().GetProperty("id").GetInt32()
            .ShouldNotBe(first.Items.Single().GetProperty("id").GetInt32());
    }

    private string Head => $"Host: a\r\nConnection: close\r\nAuthorization: Bearer {_token}\r\n";

    private static int Answers(string text) => text.Split("HTTP/1.1 ").Length - 1;

    private async Task<string?> WrongAsync(string what, string request, int expected)
    {
        var (status, text) = await RawCall.SendAsync(_running.Client.BaseAddress!, request);
        return status == expected ? null : $"{what}: {text}";
    }
}
