using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using QualityGovernance.Deployment.Contracts;

namespace QualityGovernance.Web.Tests.Contract.Fuzzing;

/// <summary>Operations with the faults that the fuzz test is there to find.</summary>
public sealed class PlantedFaultTests
{
    private const string Refusal = """{"error_code":"422","message":"no","request_id":"r","details":{"errors":[{"field":"title","message":"no"}]}}""";

    private long _rows;

    [Fact]
    public async Task An_operation_that_fails_is_found() =>
        (await FindingsAsync(500, Refusal.Replace("422", "500", StringComparison.Ordinal))).ShouldContain(finding => finding.Contains("the service failed with 500"));

    [Fact]
    public async Task An_operation_that_shows_its_SQL_is_found() =>
        (await FindingsAsync(422, Refusal.Replace("\"no\"", "\"22P02: SELECT id FROM users\"", StringComparison.Ordinal))).ShouldContain(finding => finding.Contains("the answer shows"));

    [Fact]
    public async Task An_operation_that_names_another_field_is_found() =>
        (await FindingsAsync(422, Refusal.Replace("\"title\"", "\"name\"", StringComparison.Ordinal))).ShouldContain(finding => finding.Contains("name is named, not title"));

    [Fact]
    public async Task An_operation_that_refuses_without_the_envelope_is_found() =>
        (await FindingsAsync(422, "no")).ShouldContain(finding => finding.Contains("422 is not in the envelope"));

    [Fact]
    public async Task An_operation_that_takes_everything_is_found() =>
        (await FindingsAsync(201, """{"id":1}""")).ShouldContain(finding => finding.Contains("accepted with 201"));

    [Fact]
    public async Task An_operation_that_answers_what_it_does_not_declare_is_found() =>
        (await FindingsAsync(418, Refusal.Replace("422", "418", StringComparison.Ordinal))).ShouldContain(finding => finding.Contains("418 is not declared"));

    [Fact]
    public async Task An_operation_that_writes_what_it_refuses_is_found() =>
        (await FindingsAsync(422, Refusal, writes: true)).ShouldContain(finding => finding.Contains("rows were written"));

    [Fact]
    public async Task An_operation_that_refuses_properly_is_not_found() =>
        (await FindingsAsync(422, Refusal)).Where(finding => finding.Contains(" in title")).ShouldBeEmpty();

    [Fact]
    public async Task A_record_that_can_not_be_made_is_found()
    {
        var fuzzer = await FuzzedAsync(422, Refusal);

        fuzzer.Findings.ShouldContain("GET /planted/{planted_id}: there is nothing at /planted/1");
        fuzzer.Refused.ShouldBe(["POST /planted"]);
    }

    [Fact]
    public async Task A_record_that_is_made_is_there()
    {
        var fuzzer = await FuzzedAsync(201, """{"id":7}""");

        fuzzer.Findings.ShouldNotContain(finding => finding.Contains("there is nothing"));
        fuzzer.Refused.ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> FindingsAsync(int status, string body, bool writes = false) => (await FuzzedAsync(status, body, writes)).Findings;

    private async Task<(IReadOnlyList<string> Findings, IReadOnlyList<string> Refused)> FuzzedAsync(int status, string body, bool writes = false)
    {
        const string Document = """
            {"paths":{"/planted":{"post":{
              "requestBody":{"content":{"application/json":{"schema":{"type":"object","required":["title"],"properties":{"title":{"type":"string"}}}}}},
              "responses":{"201":{},"422":{},"500":{}}}},
              "/planted/{planted_id}":{"get":{"responses":{"200":{},"404":{}}}}}}
            """;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.MapPost("/planted", async (HttpContext http) =>
        {
            if (writes) _rows++;
            http.Response.StatusCode = status;
            http.Response.ContentType = body.StartsWith('{') && status >= 400 ? "application/problem+json" : "application/json";
            await http.Response.WriteAsync(body);
        });
        app.MapGet("/planted/7", () => Results.Ok());
        await app.StartAsync();
        using var client = app.GetTestClient();
        var fuzzer = new Fuzzer(client, ApiContract.Parse(Document, "a test"), () => Task.FromResult(_rows), seed: 1);
        return (await fuzzer.RunAsync(), [.. fuzzer.Good.Refused]);
    }
}
