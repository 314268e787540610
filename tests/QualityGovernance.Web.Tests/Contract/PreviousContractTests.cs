using System.Net;
using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Contract;

/// <summary>Existing clients go on working: whatever the service before had is here, and where it is not the same, docs/api.md says why.</summary>
public sealed class PreviousContractTests(ServiceUnderTest<OnSqlite> service) : IClassFixture<ServiceUnderTest<OnSqlite>>
{
    private static readonly string OldText = Checkout.Read("tests/QualityGovernance.Web.Tests/Contract/openapi-d0.json");

    [Fact]
    public void The_old_document_is_the_whole_one()
    {
        var old = ApiContract.Parse(OldText, "openapi-d0.json").Operations.Values;
        old.Count().ShouldBe(82);
        old.Select(operation => ApiContract.Key("", operation.Path)).Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public async Task Every_operation_parameter_property_and_value_of_the_old_document_is_present()
    {
        var missing = (await ComparedAsync()).Missing();
        missing.ShouldBeEmpty($"{missing.Count} things that existing clients use:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public async Task Every_difference_stands_in_the_documentation_with_its_reason_and_nothing_else_does()
    {
        var found = (await ComparedAsync()).Differences();
        var written = DifferenceTable.Read(Checkout.Read("docs/api.md"));

        var unwritten = found.Except(written.Keys).Select(difference => $"{difference} why |").Order().ToList();
        unwritten.ShouldBeEmpty($"docs/api.md does not say:\n{string.Join('\n', unwritten)}");
        var gone = written.Keys.Except(found).ToList();
        gone.ShouldBeEmpty($"docs/api.md says what is not so:\n{string.Join('\n', gone)}");
        written.Where(row => row.Value.Length < 10).Select(row => row.Key).ShouldBeEmpty("a difference without a reason");
    }

    [Fact]
    public async Task Every_address_answers_with_and_without_a_slash_at_its_end()
    {
        foreach (var operation in ApiContract.Parse(OldText, "openapi-d0.json").Operations.Values.Where(operation => operation.Method == "GET" && !operation.Path.Contains('{')))
        {
            var answer = await service.Admin.Get(operation.Path);
            answer.Status.ShouldBe(HttpStatusCode.OK, operation.Path);
            (await service.Admin.Get(operation.Path + "/")).Status.ShouldBe(HttpStatusCode.OK, $"{operation.Path}/");
        }
    }

    [Theory]
    [InlineData("\"/api/v1/policies/{policy_id}\":{\"delete\"", "\"/api/v1/policies/{policy_id}\":{\"trace\"", "DELETE /api/v1/policies/{policy_id} is missing")]
    [InlineData("\"name\":\"page_size\"", "\"name\":\"size\"", "GET /api/v1/incidents, parameter query page_size is missing")]
    [InlineData("\"location\":", "\"place\":", "POST /api/v1/incidents, request location is missing")]
    [InlineData("\"reporter_id\":", "\"who\":", "GET /api/v1/incidents, answer 200 items[].reporter_id is missing")]
    [InlineData("\"near_miss\",", "", "POST /api/v1/incidents, request incident_type: the value near_miss is missing")]
    public void What_is_taken_away_from_a_document_is_missed(string part, string otherwise, string missed)
    {
        var compact = System.Text.Json.Nodes.JsonNode.Parse(OldText)!.ToJsonString();
        compact.ShouldContain(part);
        var old = ApiContract.Parse(compact, "before");

        new PreviousContract(old, ApiContract.Parse(compact.Replace(part, otherwise, StringComparison.Ordinal), "after")).Missing().ShouldContain(missed);
        new PreviousContract(old, old).Missing().ShouldBeEmpty();
    }

    [Fact]
    public void A_text_that_becomes_a_date_and_an_answer_that_may_be_empty_are_differences()
    {
        var old = Document("""{"type":"string"}""");
        new PreviousContract(old, Document("""{"type":"string","format":"date"}""")).Differences().ShouldBe([new Difference("sent body.x", "string", "date")], ignoreOrder: true);
        new PreviousContract(old, Document("""{"type":["string","null"]}""")).Differences().ShouldBe([new Difference("answered answer.x", "string", "null or string")], ignoreOrder: true);
        new PreviousContract(old, old).Differences().ShouldBeEmpty();
    }

    private static ApiContract Document(string schema)
    {
        const string Text = """
            {"paths":{"/a":{"post":{
               "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/body"}}}},
               "responses":{"200":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/answer"}}}}}}}},
             "components":{"schemas":{"body":{"properties":{"x":SCHEMA}},"answer":{"properties":{"x":SCHEMA}}}}}
            """;
        return ApiContract.Parse(Text.Replace("SCHEMA", schema, StringComparison.Ordinal), "a test");
    }

    private async Task<PreviousContract> ComparedAsync() => new(
        ApiContract.Parse(OldText, "openapi-d0.json"),
        ApiContract.Parse((await service.Anonymous.Get("/openapi/v1.json")).MustBe(HttpStatusCode.OK).Text, "/openapi/v1.json"));
}
