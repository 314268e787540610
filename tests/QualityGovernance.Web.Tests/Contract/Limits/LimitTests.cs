using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Audits.Findings;
using QualityGovernance.Web.Tests.Support;
using Xunit.Abstractions;

namespace QualityGovernance.Web.Tests.Contract.Limits;

/// <summary>Lengths, bounds and what may be null are in the document as the service holds to them.</summary>
public sealed class LimitTests(ServiceUnderTest<OnSqlite> service, ITestOutputHelper output) : IClassFixture<ServiceUnderTest<OnSqlite>>
{
    [Fact]
    public async Task Every_limit_of_the_document_is_the_one_that_the_service_holds_to()
    {
        var contract = ApiContract.Parse(await ApiDocument.TextAsync(service.Services), "the service");
        await new Records(service).MakeAsync<AuditFinding>(); // of which the actions are listed
        // One whose password can be checked.
        using var client = service.ClientOf(await service.AddUserAsync(service.Services.GetRequiredService<Passwords>().Hash("a password of nobody else"), superuser: true));
        var check = new LimitCheck(client, contract, new Records(service));

        var wrong = await check.WrongAsync();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{check.Sent} requests"));
        wrong.ShouldBeEmpty($"{wrong.Count} of {check.Sent} requests:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public async Task Every_text_that_is_sent_has_a_longest_length()
    {
        var contract = ApiContract.Parse(await ApiDocument.TextAsync(service.Services), "the service");
        contract.Operations.Values
            .SelectMany(operation => operation.Request.Concat(operation.Parameters).Select(place => (Name: $"{operation}, {place.Key}", place.Value)))
            .Where(place => place.Value.Types.Contains("string") && place.Value is { Values: null, Format: null or "email" } && !place.Value.Limits.ContainsKey("maxLength"))
            .Select(place => place.Name)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DateRules.Past, "2150-01-01T00:00:00Z", 5)]
    [InlineData(DateRules.Past, "1899-12-31T00:00:00Z", 5)]
    [InlineData(DateRules.ToCome, "2020-01-01T00:00:00Z", 5)]
    [InlineData(DateRules.ToCome, "2150-01-01T00:00:00Z", 5)]
    public async Task What_is_told_of_a_date_holds(string rule, string date, int fewest)
    {
        var text = await ApiDocument.TextAsync(service.Services);
        var contract = ApiContract.Parse(text, "the service");
        var document = JsonNode.Parse(text)!;
        var told = (from path in document["paths"]!.AsObject()
                    from operation in path.Value!.AsObject()
                    let reference = (string?)operation.Value!["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"]
                    where reference is not null
                    from member in document["components"]!["schemas"]![reference.Split('/')[^1]]!["properties"]!.AsObject()
                    where ((string?)member.Value!["description"])?.StartsWith(rule, StringComparison.Ordinal) == true
                    select new LimitCase(contract.Operations[ApiContract.Key(operation.Key.ToUpperInvariant(), path.Key)], member.Key, $"\"{date}\"", date, IsRefused: true)).ToList();
        told.Count.ShouldBeGreaterThanOrEqualTo(fewest);

        (await new LimitCheck(service.Admin, contract, new Records(service)).WrongAsync(told)).ShouldBeEmpty();
        // A date that the rule allows is taken, and found to be.
        var good = $"\"{service.Time.GetUtcNow().AddHours(rule == DateRules.Past ? -1 : 1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\"";
        (await new LimitCheck(service.Admin, contract, new Records(service)).WrongAsync([told[0] with { Json = good }])).ShouldHaveSingleItem().ShouldContain("not refused");
    }

    [Fact]
    public async Task What_the_document_lets_callers_leave_out_is_not_asked_for()
    {
        var document = await ApiDocument.TextAsync(service.Services);
        using var client = service.ClientOf(await service.AddUserAsync(service.Services.GetRequiredService<Passwords>().Hash("a password of nobody else"), superuser: true));
        (await new LimitCheck(client, ApiContract.Parse(document, "the service")).NeededAllTheSameAsync()).ShouldBeEmpty();

        var vague = JsonNode.Parse(document)!;
        vague["components"]!["schemas"]!["IncidentCreate"]!.AsObject().Remove("required");
        (await new LimitCheck(client, ApiContract.Parse(vague.ToJsonString(), "a test")).NeededAllTheSameAsync(operation => operation is { Method: "POST", Path: "/api/v1/incidents" }))
            .ShouldContain("POST /api/v1/incidents, title is needed");
    }

    [Theory]
    [InlineData("title", "\"maxLength\":300", "\"maxLength\":299", "not refused")]
    [InlineData("title", "\"maxLength\":300", "\"maxLength\":301", "refused:")]
    [InlineData("title", "\"type\":\"string\"", "\"type\":[\"null\",\"string\"]", "refused:")]
    [InlineData("reference_number", "\"maxLength\":50", "\"maxLength\":51", "refused:")]
    [InlineData("title", "\"minLength\":1", "\"minLength\":2", "with 1 characters: not refused")]
    [InlineData("location", "\"maxLength\":300", "\"maxLength\":300,\"pattern\":\"^[a-z]*$\"", "its pattern leaves out: not refused")]
    [InlineData("location", "\"maxLength\":300", "\"format\":\"date\",\"maxLength\":300", "with 0001-01-01: not refused")]
    public async Task A_document_that_states_another_limit_is_found(string member, string part, string otherwise, string problem)
    {
        var document = JsonNode.Parse(await ApiDocument.TextAsync(service.Services))!;
        var properties = document["components"]!["schemas"]!["IncidentCreate"]!["properties"]!.AsObject();
        var text = properties[member]!.ToJsonString();
        text.ShouldContain(part);
        properties[member] = JsonNode.Parse(text.Replace(part, otherwise, StringComparison.Ordinal));

        var wrong = await new LimitCheck(service.Admin, ApiContract.Parse(document.ToJsonString(), "a test")).WrongAsync(operation => operation is { Method: "POST", Path: "/api/v1/incidents" });

        wrong.ShouldContain(line => line.Contains(member) && line.Contains(problem), string.Join('\n', wrong));
    }
}
