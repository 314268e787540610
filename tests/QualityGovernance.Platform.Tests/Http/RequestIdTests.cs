using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Http;

public class RequestIdTests(ErrorHost host) : IClassFixture<ErrorHost>
{
    private static readonly string Longest = new('a', 64);

    [Theory]
    [InlineData("a")]
    [InlineData("A.b_c-9")]
    public async Task A_well_formed_id_is_echoed(string id) =>
        (await host.Client.AskAsync("/fine", id)).Header("X-Request-ID").ShouldBe(id);

    [Fact]
    public async Task Sixty_four_characters_are_kept_and_sixty_five_replaced()
    {
        (await host.Client.AskAsync("/fine", Longest)).Header("X-Request-ID").ShouldBe(Longest);
        (await host.Client.AskAsync("/fine", Longest + "a")).Header("X-Request-ID").ShouldNotBe(Longest + "a");
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("semi;colon")]
    [InlineData("a/b")]
    [InlineData("<script>")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Another_id_is_replaced_by_a_new_one(string? id)
    {
        var first = (await host.Client.AskAsync("/fine", id)).Header("X-Request-ID");
        var second = (await host.Client.AskAsync("/fine", id)).Header("X-Request-ID");

        first.ShouldNotBeNull().ShouldMatch("^[A-Za-z0-9._-]{1,64}$");
        second.ShouldNotBe(first);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/unauthorized")]
    [InlineData("/throws")]
    public async Task A_new_id_stands_in_header_and_body_of_an_error(string path)
    {
        var answer = await host.Client.AskAsync(path);

        answer.Json.GetProperty("request_id").GetString().ShouldBe(answer.Header("X-Request-ID"));
    }
}
