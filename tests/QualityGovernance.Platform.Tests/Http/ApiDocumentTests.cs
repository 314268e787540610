using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Http;

public class ApiDocumentTests
{
    [Fact]
    public async Task The_document_describes_what_the_framework_cannot_see()
    {
        await using var host = await StartAsync([]);

        var document = (await host.Client.AskAsync("/openapi/v1.json")).Json;

        document.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        document.GetProperty("info").GetProperty("title").GetString().ShouldBe("Quality Governance Platform");
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Names(schemas.GetProperty("Sample").GetProperty("properties").GetProperty("colour").GetProperty("enum")).ShouldBe(["red", "dark_blue", null]);
        schemas.GetProperty("Problem").GetProperty("properties").TryGetProperty("request_id", out _).ShouldBeTrue();
        var patch = schemas.GetProperty("SamplePatch");
        patch.GetProperty("properties").GetProperty("count").GetProperty("type").GetString().ShouldBe("integer");
        Names(patch.GetProperty("properties").GetProperty("title").GetProperty("type")).ShouldBe(["null", "string"], ignoreOrder: true);
        patch.TryGetProperty("required", out _).ShouldBeFalse();
        document.GetRawText().ShouldNotContain("Optional");
    }

    [Fact]
    public async Task Of_an_answer_everything_is_there_and_null_stands_only_where_it_can_come()
    {
        await using var host = await StartAsync([]);

        var document = (await host.Client.AskAsync("/openapi/v1.json")).Json;

        document.GetProperty("paths").GetProperty("/shown").GetProperty("get").GetProperty("parameters")[0].GetProperty("schema").GetProperty("type").GetString().ShouldBe("string");
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var shown = schemas.GetProperty("Shown");
        Names(shown.GetProperty("required")).ShouldBe(["id", "note", "ids", "colour", "free"], ignoreOrder: true);
        var members = shown.GetProperty("properties");
        members.TryGetProperty("sometimes", out _).ShouldBeTrue();
        Names(members.GetProperty("note").GetProperty("type")).ShouldBe(["null", "string"], ignoreOrder: true);
        members.GetProperty("ids").GetProperty("type").GetString().ShouldBe("array");
        members.GetProperty("colour").GetProperty("oneOf").GetArrayLength().ShouldBe(2);
        schemas.GetProperty("Colour").GetProperty("type").GetString().ShouldBe("string");
        members.GetProperty("free").EnumerateObject().ShouldBeEmpty();
        schemas.TryGetProperty("JsonElement", out _).ShouldBeFalse();
        schemas.GetProperty("Sample").TryGetProperty("required", out var asked).ShouldBeTrue();
        Names(asked).ShouldBe(["title"]);
    }

    [Fact]
    public async Task A_list_has_its_parameters_and_an_error_its_form()
    {
        await using var host = await StartAsync([]);

        var get = (await host.Client.AskAsync("/openapi/v1.json")).Json.GetProperty("paths").GetProperty("/samples").GetProperty("get");

        get.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldBe(["page", "page_size", "after"]);
        get.GetProperty("parameters")[1].GetProperty("schema").GetProperty("default").GetInt32().ShouldBe(50);
        get.GetProperty("parameters")[1].GetProperty("schema").GetProperty("maximum").GetInt32().ShouldBe(100);
        get.GetProperty("responses").GetProperty("default").GetProperty("content").GetProperty("application/problem+json")
            .GetProperty("schema").GetProperty("$ref").GetString().ShouldBe("#/components/schemas/Problem");
    }

    [Fact]
    public async Task Only_an_operation_that_needs_a_token_says_so()
    {
        await using var host = await StartAsync([]);

        var samples = (await host.Client.AskAsync("/openapi/v1.json")).Json.GetProperty("paths").GetProperty("/samples");

        samples.GetProperty("post").GetProperty("security")[0].TryGetProperty("bearer", out _).ShouldBeTrue();
        samples.GetProperty("get").TryGetProperty("security", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("development", 200)]
    [InlineData("staging", 200)]
    [InlineData("production", 404)]
    public async Task The_page_for_people_is_hidden_in_production_only(string environment, int status)
    {
        await using var host = await StartAsync(Environments.Production().With("APP_ENV", environment));

        (await host.Client.AskAsync("/docs")).StatusCode.ShouldBe(status);
        (await host.Client.AskAsync("/docs/")).StatusCode.ShouldBe(status);
        (await host.Client.AskAsync("/openapi/v1.json")).StatusCode.ShouldBe(200);
    }

    [Fact]
    public async Task The_page_asks_no_other_host()
    {
        await using var host = await StartAsync([]);

        var page = await host.Client.AskAsync("/docs/");

        page.Text.ShouldNotContain("https://");
        page.Header("Content-Security-Policy").ShouldNotBeNull().ShouldStartWith("default-src 'self';");
    }

    private static Task<PlatformHost> StartAsync(Dictionary<string, string> settings) => PlatformHost.StartAsync(
        app =>
        {
            app.MapApiDocument(app.Services.GetRequiredService<QgpSettings>());
            app.UseAuthorization();
            app.MapGet("/samples", ([DefaultPageSize(50)] PageRequest page) => TypedResults.Ok(Page.Of<Sample>([], 0, page)));
            app.MapGet("/shown", (DateTimeOffset? since) => TypedResults.Ok(new Shown(new ShownBefore(1))));
            app.MapPost("/samples", (Sample sample) => TypedResults.Ok(sample)).RequireAuthorization();
            app.MapPatch("/samples", (SamplePatch patch) => TypedResults.Ok());
        },
        settings,
        builder => builder.Services.AddAuthorization());

    private static IEnumerable<string?> Names(JsonElement array) => array.EnumerateArray().Select(name => name.GetString());
}
