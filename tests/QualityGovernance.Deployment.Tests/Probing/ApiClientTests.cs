using System.Net;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Tests.Probing;

public sealed class ApiClientTests
{
    [Fact]
    public async Task After_the_login_every_request_carries_the_token()
    {
        var handler = new AnsweringHandler(request => request.Method == HttpMethod.Post
            ? (HttpStatusCode.OK, """{"access_token":"a","refresh_token":"r"}""")
            : (HttpStatusCode.OK, """{"id":1}"""));
        var api = new ApiClient(handler.Client());

        (await api.LogInAsync("admin@example.org", "password", default)).ShouldBe(["a", "r"]);
        (await api.GetAsync("/api/v1/policies/1", default))["id"].ShouldBe("1");

        handler.Requests.ShouldBe(["POST /api/v1/auth/login", "GET /api/v1/policies/1 Bearer a"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, """{"id":1}""", "expected 201")]
    [InlineData(HttpStatusCode.OK, """{"id":1}""", "expected 201")]
    [InlineData(HttpStatusCode.Created, "created", "expected a JSON object")]
    public async Task A_wrong_answer_is_an_error_that_quotes_it(HttpStatusCode status, string body, string expected)
    {
        var api = new ApiClient(new AnsweringHandler(_ => (status, body)).Client());

        var error = await Should.ThrowAsync<ApiException>(() => api.CreateAsync("/api/v1/policies", new JsonObject { ["title"] = "x" }, default));

        error.Message.ShouldBe($"POST /api/v1/policies answered {(int)status} {body}; {expected}.");
    }

    [Fact]
    public async Task No_answer_at_all_is_an_error_that_names_the_request()
    {
        var api = new ApiClient(new AnsweringHandler(_ => throw new HttpRequestException("Connection refused")).Client());

        (await Should.ThrowAsync<DeploymentException>(() => api.GetAsync("/api/v1/policies/1", default))).Message
            .ShouldBe("GET http://127.0.0.1:1/api/v1/policies/1 was not answered: Connection refused");
    }
}
