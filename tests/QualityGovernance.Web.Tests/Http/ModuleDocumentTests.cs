using System.Net;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Http;

/// <summary>What the OpenAPI document says of the operations of modules without their saying it.</summary>
public sealed class ModuleDocumentTests(ServiceUnderTest<OnSqlite> service) : IClassFixture<ServiceUnderTest<OnSqlite>>
{
    [Theory]
    [InlineData("/api/v1/policies/{policy_id}", "get", "If-None-Match", "304 429")]
    [InlineData("/api/v1/policies/{policy_id}", "put", "If-Match", "409 412 413 422 429")]
    [InlineData("/api/v1/policies/{policy_id}", "delete", "If-Match", "409 412 429")]
    [InlineData("/api/v1/incidents/{incident_id}", "patch", "If-Match", "409 412 413 422 429")]
    [InlineData("/api/v1/policies", "post", "Idempotency-Key", "409 413 422 429")]
    [InlineData("/api/v1/policies", "get", "", "422 429")]
    [InlineData("/api/v1/auth/login", "post", "", "409 413 422 429")]
    [InlineData("/api/v1/auth/change-password", "post", "", "409 413 422 429")]
    public async Task An_operation_names_the_headers_that_it_heeds_and_the_answers_that_they_lead_to(string path, string method, string header, string answers)
    {
        var operation = (await service.Anonymous.Get("/openapi/v1.json")).MustBe(HttpStatusCode.OK).Body.GetProperty("paths").GetProperty(path).GetProperty(method);

        var headers = operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "header").Select(parameter => parameter.GetProperty("name").GetString())
            : [];
        string.Join(' ', headers).ShouldBe(header);
        var stated = operation.GetProperty("responses").EnumerateObject().Select(answer => answer.Name).ToList();
        foreach (var status in answers.Split(' ')) stated.ShouldContain(status);
        if (header != "If-None-Match") stated.ShouldNotContain("304");
        if (header != "If-Match") stated.ShouldNotContain("412");
    }

    [Theory]
    [InlineData("/api/v1/risks")]
    [InlineData("/api/v1/standards")]
    public async Task A_filter_that_holds_when_it_is_left_out_says_so(string path)
    {
        var operation = (await service.Anonymous.Get("/openapi/v1.json")).MustBe(HttpStatusCode.OK).Body.GetProperty("paths").GetProperty(path).GetProperty("get");

        var filter = operation.GetProperty("parameters").EnumerateArray().Single(parameter => parameter.GetProperty("name").GetString() == "is_active");
        filter.TryGetProperty("required", out _).ShouldBeFalse();
        var schema = filter.GetProperty("schema");
        schema.GetProperty("default").GetBoolean().ShouldBeTrue();
        schema.GetProperty("description").GetString().ShouldNotBeNull().ShouldEndWith("only when asked for with false.");
    }

    [Theory]
    [InlineData("LoginRequest", "password")]
    [InlineData("PasswordChangeRequest", "current_password")]
    public async Task A_password_that_is_given_has_a_character_at_least_which_may_be_a_space(string request, string member)
    {
        var schema = (await service.Anonymous.Get("/openapi/v1.json")).Body.GetProperty("components").GetProperty("schemas").GetProperty(request).GetProperty("properties").GetProperty(member);

        schema.GetProperty("minLength").GetInt32().ShouldBe(1);
        schema.TryGetProperty("pattern", out _).ShouldBeFalse();
    }
}
