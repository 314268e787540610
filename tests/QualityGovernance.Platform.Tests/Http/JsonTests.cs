using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Http;

public class JsonTests(ErrorHost host) : IClassFixture<ErrorHost>
{
    [Fact]
    public async Task Names_and_enums_are_in_snake_case() =>
        (await host.Client.AskAsync("/fine")).Json.GetProperty("colour").GetString().ShouldBe("dark_blue");

    [Theory]
    [InlineData("2026-01-31T09:30:00Z", "2026-01-31T09:30:00Z")]
    [InlineData("2026-01-31T09:30:00+02:00", "2026-01-31T07:30:00Z")]
    [InlineData("2026-01-31T09:30:00.123456", "2026-01-31T09:30:00.123456Z")]
    [InlineData("2026-01-31", "2026-01-31T00:00:00Z")]
    public async Task Times_are_read_with_any_offset_and_written_in_utc(string given, string written)
    {
        var answer = await host.Client.SendJsonAsync(HttpMethod.Post, "/samples", $$"""{"title":"x","when":"{{given}}","since":"{{given}}"}""");

        answer.Json.GetProperty("when").GetString().ShouldBe(written);
        answer.Json.GetProperty("since").GetString().ShouldBe(written);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("7.0")]
    [InlineData("0.7e1")]
    [InlineData("700E-2")]
    public async Task A_whole_number_is_read_however_it_is_written(string written)
    {
        (await host.Client.SendJsonAsync(HttpMethod.Post, "/samples", $$"""{"title":"x","count":{{written}}}""")).Json.GetProperty("count").GetRawText().ShouldBe("7");
        (await host.Client.SendJsonAsync(HttpMethod.Patch, "/samples", $$"""{"count":{{written}}}""")).StatusCode.ShouldBe(200);
        (await host.Client.SendJsonAsync(HttpMethod.Post, "/strict", $$"""{"title":"x","count":{{written}}}""")).Json.GetProperty("count").GetRawText().ShouldBe("7");
    }

    [Theory]
    [InlineData("7.5")]
    [InlineData("1e-1")]
    [InlineData("2147483648")]
    [InlineData("2147483648.0")]
    [InlineData("-2147483649.0")]
    [InlineData("1e10")]
    [InlineData("1e400")]
    [InlineData("true")]
    [InlineData("\"7\"")]
    public async Task What_is_no_whole_number_or_too_large_is_named(string written)
    {
        foreach (var (method, path) in new[] { (HttpMethod.Post, "/samples"), (HttpMethod.Patch, "/samples"), (HttpMethod.Post, "/strict") })
        {
            var answer = await host.Client.SendJsonAsync(method, path, $$"""{"title":"x","count":{{written}}}""");

            answer.ShouldBeAProblem(422);
            answer.FieldErrors.Keys.ShouldBe(["count"]);
        }
    }

    [Fact]
    public async Task The_edges_of_time_do_not_break_the_reader()
    {
        foreach (var edge in new[] { "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-02-30T00:00:00Z" })
        {
            var answer = await host.Client.SendJsonAsync(HttpMethod.Post, "/samples", $$"""{"title":"x","when":"{{edge}}"}""");
            answer.StatusCode.ShouldBeOneOf(200, 422);
        }
    }

    [Theory]
    [InlineData("""{"title":"given"}""", "given")]
    [InlineData("""{"title":null}""", "(null)")]
    [InlineData("{}", "(absent)")]
    public async Task A_partial_update_tells_null_from_absent(string body, string seen) =>
        (await host.Client.SendJsonAsync(HttpMethod.Patch, "/samples", body)).Text.ShouldBe($"[\"{seen}\"]");

    [Theory]
    [InlineData("""{"count":null}""", "count")]
    [InlineData("""{"count":"5"}""", "count")]
    [InlineData("""{"title":5}""", "title")]
    [InlineData("""{"colour":"green"}""", "colour")]
    [InlineData("""{"when":"soon"}""", "when")]
    [InlineData("""{"unknown":1}""", "unknown")]
    public async Task A_wrong_member_of_a_partial_update_is_named(string body, string field)
    {
        var answer = await host.Client.SendJsonAsync(HttpMethod.Patch, "/samples", body);

        answer.ShouldBeAProblem(422);
        answer.FieldErrors.Keys.ShouldBe([field]);
    }

    [Theory]
    [InlineData("/pages", 1, 50)]
    [InlineData("/pages?page=3&page_size=100", 3, 100)]
    [InlineData("/pages/?page_size=1", 1, 1)]
    public async Task A_list_has_its_envelope(string path, int page, int size)
    {
        var json = (await host.Client.AskAsync(path)).Json;

        json.EnumerateObject().Select(member => member.Name).ShouldBe(["items", "total", "page", "page_size", "pages", "next_after"]);
        json.GetProperty("page").GetInt32().ShouldBe(page);
        json.GetProperty("page_size").GetInt32().ShouldBe(size);
        json.GetProperty("pages").GetInt32().ShouldBe(0);
    }
}
