using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Platform.Http;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Data;

namespace QualityGovernance.Web.Tests.Contract.Answers;

/// <summary>What is answered is what the document says: every member there, null only where it may be, nothing that is not described.</summary>
public sealed class AnswerTests(ServiceUnderTest<OnSqlite> service) : IClassFixture<ServiceUnderTest<OnSqlite>>
{
    private const string NewIncident = """{"title":"t","description":"d","incident_date":"2026-01-05T10:00:00Z"}""";

    [Fact]
    public async Task Every_answer_is_as_the_document_describes_it_and_every_member_is_seen()
    {
        var document = await ApiDocument.TextAsync(service.Services);
        var check = new AnswerCheck(document);
        var problems = new List<string>();
        void Hear(HttpMethod method, string path, Answer answer) => problems.AddRange(check.Problems(method, path, answer));

        await new OperationWalk(service) { Answered = Hear }.AllAsync();
        await new FullRecords(service, Hear).MakeAsync();
        await ReadAllAsync(document, Hear);
        foreach (var (client, method, path, body) in Refused()) Hear(method, path, await client.Send(method, path, body));

        problems.ShouldBeEmpty(string.Join('\n', problems.Distinct()));
        check.NeverReached("304").ShouldBeEmpty("the document says that they answer 304");
        var coverage = new Coverage(document, check.Schemas.Seen);
        coverage.NeverSeen().ShouldBeEmpty("nothing of this was answered: make a record that holds it, in FullRecords");
        coverage.ListsThatAreNeverNull().ShouldBeEmpty("the document lets these be null, and none of them ever was");
    }

    [Theory]
    [InlineData("location", """{"type":"string"}""", "location: null is no string")]
    [InlineData("title", """{"type":"integer"}""", "title: \"t\" is no integer")]
    [InlineData("title", """{"type":"string","maxLength":0}""", "title: 1 characters")]
    [InlineData("title", """{"type":"string","pattern":"^x$"}""", "title: t is not of the form ^x$")]
    [InlineData("title", """{"type":"string","format":"date"}""", "title: t is no date")]
    [InlineData("title", """{"type":"string","multipleOf":2}""", "the schema says multipleOf")]
    [InlineData("id", """{"type":"integer","maximum":0}""", "is out of bounds")]
    [InlineData("incident_date", """{"type":"string","format":"date"}""", "incident_date: 2026-01-05T10:00:00Z is no date")]
    [InlineData("severity", """{"type":"string","enum":["low"]}""", "severity: \"medium\" is none of [\"low\"]")]
    [InlineData("severity", """{"oneOf":[{"type":"string"},{}]}""", "severity: 2 of 2 choices fit \"medium\"")]
    [InlineData("severity", """{"$ref":"#/components/schemas/Nothing"}""", "there is no #/components/schemas/Nothing")]
    [InlineData("title", null, "title is not described")]
    [InlineData("more", """{"type":"string"}""", "more is left out")]
    public async Task A_document_that_says_otherwise_is_found(string member, string? schema, string problem)
    {
        var document = JsonNode.Parse(await ApiDocument.TextAsync(service.Services))!;
        var incident = document["components"]!["schemas"]!["IncidentResponse"]!.AsObject();
        if (schema is null) incident["properties"]!.AsObject().Remove(member);
        else incident["properties"]![member] = JsonNode.Parse(schema);
        if (member == "more") incident["required"]!.AsArray().Add(member);

        var answer = await service.Admin.Send(HttpMethod.Post, "/api/v1/incidents", NewIncident);

        new AnswerCheck(document.ToJsonString()).Problems(HttpMethod.Post, "/api/v1/incidents", answer).ShouldContain(line => line.Contains(problem, StringComparison.Ordinal));
        new AnswerCheck(await ApiDocument.TextAsync(service.Services)).Problems(HttpMethod.Post, "/api/v1/incidents", answer).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ETag", null, "with ETag, which is not declared")]
    [InlineData("Location", null, "with Location, which is not declared")]
    [InlineData("Retry-After", "#/components/headers/Retry-After", "without the Retry-After that is declared")]
    public async Task A_document_that_says_otherwise_of_headers_is_found(string header, string? declared, string problem)
    {
        var document = JsonNode.Parse(await ApiDocument.TextAsync(service.Services))!;
        var headers = document["paths"]!["/api/v1/incidents"]!["post"]!["responses"]!["201"]!["headers"]!.AsObject();
        if (declared is null) headers.Remove(header);
        else headers[header] = new JsonObject { ["$ref"] = declared };

        var answer = await service.Admin.Send(HttpMethod.Post, "/api/v1/incidents", NewIncident);

        new AnswerCheck(document.ToJsonString()).Problems(HttpMethod.Post, "/api/v1/incidents", answer).ShouldHaveSingleItem().ShouldEndWith(problem);
    }

    [Fact]
    public async Task A_status_that_is_declared_and_never_comes_is_found()
    {
        var check = new AnswerCheck(await ApiDocument.TextAsync(service.Services));
        check.NeverReached("304").ShouldContain("GetIncident");
        check.NeverReached("304").ShouldNotContain("ListRoles");
        var incident = (await service.Admin.Send(HttpMethod.Post, "/api/v1/incidents", NewIncident)).Id;
        var read = await service.Admin.Get($"/api/v1/incidents/{incident}");

        check.Problems(HttpMethod.Get, $"/api/v1/incidents/{incident}", await service.Admin.Send(HttpMethod.Get, $"/api/v1/incidents/{incident}", null, ("If-None-Match", read.EntityTag!))).ShouldBeEmpty();

        check.NeverReached("304").ShouldNotContain("GetIncident");
    }

    [Fact]
    public async Task A_list_that_is_shown_as_null_and_never_is_and_a_member_that_is_never_answered_are_found()
    {
        var document = JsonNode.Parse(await ApiDocument.TextAsync(service.Services))!;
        document["components"]!["schemas"]!["RiskResponse"]!["properties"]!["clause_ids"]!["type"] = new JsonArray("null", "array");
        var seen = new Dictionary<string, HashSet<JsonValueKind>> { ["RiskResponse.clause_ids"] = [JsonValueKind.Array], ["RiskResponse.title"] = [JsonValueKind.String], ["RiskResponse.subcategory"] = [JsonValueKind.Null] };
        var coverage = new Coverage(document.ToJsonString(), seen);
        coverage.ListsThatAreNeverNull().ShouldContain("RiskResponse.clause_ids");
        coverage.NeverSeen().ShouldContain("RiskResponse.subcategory");
        coverage.NeverSeen().ShouldContain("RiskResponse.status");
        coverage.NeverSeen().ShouldNotContain("RiskResponse.title");
    }

    private IEnumerable<(HttpClient Client, HttpMethod Method, string Path, string? Body)> Refused() =>
    [
        (service.Anonymous, HttpMethod.Get, "/api/v1/incidents", null),
        (service.Admin, HttpMethod.Get, "/api/v1/incidents/999999", null),
        (service.Admin, HttpMethod.Post, "/api/v1/incidents", "{}"),
        (service.Admin, HttpMethod.Post, "/api/v1/incidents", "{"),
        (service.Anonymous, HttpMethod.Post, "/api/v1/auth/login", """{"email":"nobody@example.org","password":"wrong"}"""),
        (service.Admin, HttpMethod.Post, "/api/v1/standards", """{"code":"F1","name":"n","full_name":"f","version":"1"}"""),
    ];

    /// <summary>Every list, to its end and one entry at a time, and every record that is in one.</summary>
    private async Task ReadAllAsync(string document, Action<HttpMethod, string, Answer> hear)
    {
        var paths = JsonNode.Parse(document)!["paths"]!.AsObject();
        foreach (var (path, operations) in paths.Where(path => !path.Key.Contains('{', StringComparison.Ordinal) && path.Value!["get"] is not null))
        {
            var isPaged = (operations!["get"]!["parameters"] as JsonArray ?? []).Any(parameter => (string?)parameter!["name"] == "page_size");
            var one = paths.FirstOrDefault(other => other.Key.StartsWith(path + "/{", StringComparison.Ordinal) && other.Key.EndsWith('}') && other.Value!["get"] is not null).Key;
            foreach (var query in isPaged ? ["?page_size=1", "?page_size=100"] : new[] { "" })
            {
                var list = await service.Admin.Get(path + query);
                hear(HttpMethod.Get, path + query, list);
                if (one is null || query.Length == 0) continue;
                foreach (var item in list.Items) hear(HttpMethod.Get, $"{path}/{item.GetProperty("id")}", await service.Admin.Get($"{path}/{item.GetProperty("id")}"));
            }
        }
    }
}
