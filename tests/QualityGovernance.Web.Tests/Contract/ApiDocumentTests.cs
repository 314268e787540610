using QualityGovernance.Deployment.Contracts;
using QualityGovernance.Platform.Http;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Contract;

/// <summary>The document that is kept is the one that is served, and it leaves nothing out.</summary>
public sealed class ApiDocumentTests(ServiceUnderTest<OnSqlite> service) : IClassFixture<ServiceUnderTest<OnSqlite>>
{
    [Fact]
    public async Task The_document_beside_the_source_is_what_the_service_describes()
    {
        var text = await ApiDocument.TextAsync(service.Services);

        ApiDocumentFiles.Document(text).Drift(Checkout.Root).ShouldBeNull();
        ApiDocumentFiles.Document(text.Replace("ListIncidents", "ShowIncidents", StringComparison.Ordinal)).Drift(Checkout.Root).ShouldNotBeNull().ShouldEndWith("./build.sh GenerateApiDocument");
    }

    [Fact]
    public async Task Every_operation_is_named_summarised_and_declares_its_answers_and_errors() =>
        Completeness.Problems(await ApiDocument.TextAsync(service.Services)).ShouldBeEmpty();

    [Theory]
    [InlineData("\"operationId\": \"ListIncidents\"", "\"x\": 1", "GET /api/v1/incidents has no operationId")]
    [InlineData("\"operationId\": \"ListIncidents\"", "\"operationId\": \"ListUsers\"", "ListUsers names two operations")]
    [InlineData("\"summary\": \"List all incidents\"", "\"summary\": \"\"", "GET /api/v1/incidents has no summary")]
    [InlineData("\"Policy Library\"", "\"\"", "GET /api/v1/policies has no tag")]
    [InlineData("\"401\": {", "\"499\": {", "GET /api/v1/incidents does not declare 401")]
    [InlineData("\"403\": {", "\"498\": {", "GET /api/v1/incidents does not declare 403")]
    [InlineData("\"404\": {", "\"497\": {", "GET /api/v1/incidents/{incident_id} does not declare 404")]
    [InlineData("#/components/schemas/Problem\"", "#/components/schemas/RoleResponse\"", "GET /api/v1/incidents, answer 401 is not the envelope")]
    [InlineData("#/components/schemas/IncidentResponse\"", "#/components/schemas/Nothing\"", "GET /api/v1/incidents/{incident_id}, answer 200 has no schema")]
    [InlineData("\"oneOf\": [", "\"properties\": [", "AuditQuestionUpdate.evidence_requirements is an object without a name")]
    public async Task A_document_that_leaves_something_out_is_found(string part, string otherwise, string problem)
    {
        var text = await ApiDocument.TextAsync(service.Services);
        text.ShouldContain(part);
        Completeness.Problems(text.Replace(part, otherwise, StringComparison.Ordinal)).ShouldContain(problem);
    }
}
