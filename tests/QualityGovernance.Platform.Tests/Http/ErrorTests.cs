using System.Net;
using System.Text;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Http;

public class ErrorTests(ErrorHost host) : IClassFixture<ErrorHost>
{
    [Theory]
    [InlineData("/nowhere", 404)]
    [InlineData("/numbers/1/2/3", 404)]
    [InlineData("/not-found", 404)]
    [InlineData("/unauthorized", 401)]
    [InlineData("/forbidden", 403)]
    [InlineData("/samples", 405)]
    [InlineData("/conflict", 409)]
    [InlineData("/stale", 412)]
    [InlineData("/limited", 429)]
    [InlineData("/throws", 500)]
    [InlineData("/database", 503)]
    [InlineData("/no-such-database", 503)]
    [InlineData("/no-such-file", 503)]
    [InlineData("/no-such-table", 500)]
    [InlineData("/unstorable", 422)]
    [InlineData("/constraint", 500)]
    [InlineData("/numbers/seven", 422)]
    [InlineData("/status/400", 400)]
    [InlineData("/status/418", 418)]
    [InlineData("/status/501", 501)]
    [InlineData("/status/503", 503)]
    public async Task Every_error_is_a_problem_with_the_envelope(string path, int status)
    {
        var answer = await host.Client.AskAsync(path, "the-id-of-this-request");

        answer.ShouldBeAProblem(status);
        answer.Json.GetProperty("request_id").GetString().ShouldBe("the-id-of-this-request");
        answer.Text.ShouldNotContain("hunter2");
        answer.Text.ShouldNotContain("Exception");
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    public async Task An_error_has_its_form_whatever_the_caller_accepts(string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere") { Headers = { { "Accept", accept } } };

        (await host.Client.AnswerAsync(request)).ShouldBeAProblem(404);
    }

    [Fact]
    public async Task A_challenge_keeps_its_header() =>
        (await host.Client.AskAsync("/unauthorized")).Header("WWW-Authenticate").ShouldBe("Bearer");

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones() =>
        (await host.Client.AskAsync("/samples")).Header("Allow").ShouldBe("PATCH, POST");

    [Fact]
    public async Task Waiting_time_stands_in_the_header_and_in_the_details()
    {
        var answer = await host.Client.AskAsync("/limited");

        answer.Header("Retry-After").ShouldBe("30");
        answer.Json.GetProperty("details").GetProperty("retry_after").GetInt32().ShouldBe(30);
    }

    [Fact]
    public async Task Details_of_a_conflict_reach_the_caller() =>
        (await host.Client.AskAsync("/conflict")).Json.GetProperty("details").GetProperty("taken_by").GetInt32().ShouldBe(9);

    [Fact]
    public async Task A_missing_entry_is_named() =>
        (await host.Client.AskAsync("/not-found")).Json.GetProperty("message").GetString().ShouldBe("Policy 7 does not exist.");

    [Fact]
    public async Task A_body_that_is_not_json_is_refused_by_its_type() =>
        (await host.Client.SendJsonAsync(HttpMethod.Post, "/samples", "title=x", "application/x-www-form-urlencoded")).ShouldBeAProblem(415);

    [Theory]
    [InlineData("no-such")]
    [InlineData("utf-7")]
    public async Task A_charset_that_is_not_read_is_refused_where_there_is_a_body_and_matters_nowhere_else(string charset)
    {
        (await SendAsync(HttpMethod.Post, "/samples", "{}")).ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await SendAsync(HttpMethod.Get, "/not-found", "")).ShouldBe(HttpStatusCode.NotFound);

        async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, string body)
        {
            using var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");
            using var answer = await host.Client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused() =>
        (await host.Client.SendJsonAsync(HttpMethod.Post, "/samples", $$"""{"title":"{{new string('x', 3 * 1024 * 1024)}}"}""")).ShouldBeAProblem(413);

    [Theory]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("{\"title\":\"x\",}")]
    [InlineData("{\"title\":\"x\"} trailing")]
    [InlineData("{'title':'x'}")]
    public async Task Malformed_json_is_a_bad_request(string body) =>
        (await host.Client.SendJsonAsync(HttpMethod.Post, "/samples", body)).ShouldBeAProblem(400);

    [Fact]
    public async Task A_body_that_nests_without_end_is_a_bad_request() =>
        (await host.Client.SendJsonAsync(HttpMethod.Post, "/samples", string.Concat(Enumerable.Repeat("{\"inner\":", 100)))).ShouldBeAProblem(400);

    [Fact]
    public async Task A_body_that_is_not_unicode_is_not_a_failure_of_the_service()
    {
        byte[] body = [.. "{\"title\":\""u8, 0xff, 0xfe, .. "\"}"u8];
        var request = new HttpRequestMessage(HttpMethod.Post, "/samples") { Content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } } };

        (await host.Client.AnswerAsync(request)).ShouldBeAProblem(422);
    }

    [Theory]
    [InlineData("/samples", """{"title":5}""", "title")]
    [InlineData("/samples", """{"title":"x","count":"5"}""", "count")]
    [InlineData("/samples", """{"title":"x","count":1.5}""", "count")]
    [InlineData("/samples", """{"title":"x","count":99999999999}""", "count")]
    [InlineData("/samples", """{"title":"x","colour":"green"}""", "colour")]
    [InlineData("/samples", """{"title":"x","colour":"Red"}""", "colour")]
    [InlineData("/samples", """{"title":"x","colour":"red,dark_blue"}""", "colour")]
    [InlineData("/samples", """{"title":"x","colour":0}""", "colour")]
    [InlineData("/samples", """{"title":"x","when":"yesterday"}""", "when")]
    [InlineData("/samples", """{"title":"x","when":1700000000}""", "when")]
    [InlineData("/samples", """{"title":"x","titel":"y"}""", "titel")]
    [InlineData("/samples", """{"title":"x","Title":"y"}""", "Title")]
    [InlineData("/samples", """{"title":"x","title":"y"}""", "title")]
    [InlineData("/samples", """{"title":"x","inner":{"title":"y","count":true}}""", "inner.count")]
    [InlineData("/samples", """{"title":"x","inner":{"titel":"y"}}""", "inner.titel")]
    [InlineData("/samples", """{"title":"x","items":[{"title":"y"},{"title":[]}]}""", "items[1].title")]
    [InlineData("/samples", """{"title":"\ud800"}""", "title")]
    [InlineData("/samples", "[]", "body")]
    [InlineData("/samples", "null", "body")]
    [InlineData("/samples", "", "body")]
    [InlineData("/strict", """{"title":"x"}""", "count")]
    public async Task A_body_of_the_wrong_form_is_invalid_and_names_the_member(string path, string body, string field)
    {
        var answer = await host.Client.SendJsonAsync(HttpMethod.Post, path, body);

        answer.ShouldBeAProblem(422);
        answer.FieldErrors.Keys.ShouldBe([field]);
        answer.FieldErrors[field].ShouldEndWith(".");
    }

    [Fact]
    public async Task All_missing_members_are_named()
    {
        var answer = await host.Client.SendJsonAsync(HttpMethod.Post, "/strict", "{}");

        answer.ShouldBeAProblem(422);
        answer.FieldErrors.Keys.ShouldBe(["title", "count"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("/numbers/99999999999", "number_id")]
    [InlineData("/numbers/1?flag=perhaps", "flag")]
    [InlineData("/pages?page=0", "page")]
    [InlineData("/pages?page=x", "page")]
    [InlineData("/pages?page=", "page")]
    [InlineData("/pages?page=1&page=2", "page")]
    [InlineData("/pages?page=99999999999", "page")]
    [InlineData("/pages?page_size=0", "page_size")]
    [InlineData("/pages?page_size=101", "page_size")]
    [InlineData("/pages?page_size=-1", "page_size")]
    public async Task A_parameter_of_the_wrong_form_is_invalid_and_named(string path, string field)
    {
        var answer = await host.Client.AskAsync(path);

        answer.ShouldBeAProblem(422);
        answer.FieldErrors.Keys.ShouldBe([field]);
    }

    [Fact]
    public async Task A_submitted_value_is_not_repeated()
    {
        (await host.Client.AskAsync("/numbers/hunter2")).Text.Replace("/numbers/hunter2", "", StringComparison.Ordinal).ShouldNotContain("hunter2");
        (await host.Client.SendJsonAsync(HttpMethod.Post, "/samples", """{"title":"x","count":"hunter2"}""")).Text.ShouldNotContain("hunter2");
        (await host.Client.SendJsonAsync(HttpMethod.Post, "/samples", """{"title":"x","colour":"hunter2"}""")).Text.ShouldNotContain("hunter2");
    }
}
