using System.Net;
using System.Text.Json;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.Standards;

public abstract class StandardTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/standards";

    private static int _codes;

    [Fact]
    public async Task A_standard_is_added_read_found_and_withdrawn()
    {
        var created = (await service.Admin.Post(Path + "/", new
        {
            code = "ISO27001",
            name = "ISO/IEC 27001:2022",
            full_name = "Information security management systems",
            version = "2022",
            description = "Requirements",
            effective_date = "2022-10-25",
        })).MustBe(HttpStatusCode.Created);
        created["effective_date"].ShouldBe("2022-10-25");
        created.Body.GetProperty("is_active").GetBoolean().ShouldBeTrue();

        var read = (await service.Admin.Get($"{Path}/{created.Id}/")).MustBe(HttpStatusCode.OK);
        (read["code"], read["full_name"], read["version"]).ShouldBe(("ISO27001", "Information security management systems", "2022"));
        read.Body.GetProperty("clauses").GetArrayLength().ShouldBe(0);
        (await service.Admin.Get($"{Path}?search=so27001")).Items.ShouldHaveSingleItem().GetProperty("id").GetInt32().ShouldBe(created.Id);
        (await service.Admin.Get($"{Path}?search=SECURITY%20management")).Total.ShouldBe(1);

        (await service.Admin.Patch($"{Path}/{created.Id}", new { is_active = false, description = (string?)null })).MustBe(HttpStatusCode.OK);

        (await service.Admin.Get($"{Path}?search=ISO27001")).Total.ShouldBe(0);
        (await service.Admin.Get($"{Path}?search=ISO27001&is_active=false")).Items.ShouldHaveSingleItem().GetProperty("description").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Pages_are_counted_rounding_up()
    {
        for (var index = 0; index < 3; index++) await StandardAsync($"PAGE-{index}");

        var page = (await service.Admin.Get($"{Path}?search=PAGE-&page_size=2&page=2")).MustBe(HttpStatusCode.OK);

        page.Items.ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe("PAGE-2");
        (page.Total, page.Body.GetProperty("pages").GetInt32(), page.Body.GetProperty("page").GetInt32()).ShouldBe((3, 2, 2));
        (await service.Admin.Get($"{Path}?search=nothing-like-it")).Body.GetProperty("pages").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_code_is_given_once()
    {
        await StandardAsync("ONCE");
        var other = await StandardAsync();

        (await service.Admin.Post(Path, Body("ONCE"))).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("the code ONCE");
        (await service.Admin.Patch($"{Path}/{other}", new { code = "ONCE" })).MustBe(HttpStatusCode.Conflict);
        (await service.Admin.Patch($"{Path}/{other}", new { code = "TWICE" })).MustBe(HttpStatusCode.OK)["code"].ShouldBe("TWICE");
    }

    [Theory]
    [InlineData("""{"code":" ","name":"n","full_name":"f","version":"1"}""", "code")]
    [InlineData("""{"code":"123456789012345678901","name":"n","full_name":"f","version":"1"}""", "code")]
    [InlineData("""{"code":"c","full_name":"f","version":"1"}""", "name")]
    [InlineData("""{"code":"c","name":"n","full_name":"f","version":"1","effective_date":"soon"}""", "effective_date")]
    [InlineData("""{"code":"c","name":"n","full_name":"f","version":1}""", "version")]
    [InlineData("""{"code":"c","name":"n","full_name":"f","version":"1","is_active":false}""", "is_active")]
    public async Task What_is_wrong_is_named(string body, string field) =>
        (await service.Admin.Post(Path, body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);

    [Fact]
    public async Task The_level_of_a_clause_follows_from_its_parent_and_moves_with_it()
    {
        var standard = await StandardAsync();
        var top = await ClauseAsync(standard, "4");
        var child = await ClauseAsync(standard, "4.1", top, level: 7);
        var grandchild = await ClauseAsync(standard, "4.1.1", child);
        var other = await ClauseAsync(standard, "5");
        (await LevelsAsync(standard)).ShouldBe("4=1 4.1=2 4.1.1=3 5=1");

        (await service.Admin.Patch($"{Path}/clauses/{child}", new { parent_clause_id = (int?)null, level = 9 })).MustBe(HttpStatusCode.OK);
        (await LevelsAsync(standard)).ShouldBe("4=1 4.1=1 4.1.1=2 5=1");
        (await service.Admin.Patch($"{Path}/clauses/{top}", new { parent_clause_id = grandchild })).MustBe(HttpStatusCode.OK);
        (await LevelsAsync(standard)).ShouldBe("4=3 4.1=1 4.1.1=2 5=1");

        (await service.Admin.Patch($"{Path}/clauses/{child}", new { parent_clause_id = top })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["parent_clause_id"]);
        (await service.Admin.Patch($"{Path}/clauses/{other}", new { parent_clause_id = other })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["parent_clause_id"]);
        (await LevelsAsync(standard)).ShouldBe("4=3 4.1=1 4.1.1=2 5=1");
    }

    [Fact]
    public async Task A_parent_of_another_standard_and_a_tree_without_end_are_refused()
    {
        var (one, other) = (await StandardAsync(), await StandardAsync());
        var foreign = await ClauseAsync(other, "1");
        var at = await ClauseAsync(one, "1");

        (await service.Admin.Post($"{Path}/{one}/clauses", new { clause_number = "2", title = "t", parent_clause_id = foreign })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["parent_clause_id"]);
        (await service.Admin.Patch($"{Path}/clauses/{at}", new { parent_clause_id = foreign })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["parent_clause_id"]);
        (await service.Admin.Get($"{Path}/{one}/clauses?parent_clause_id={foreign}")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["parent_clause_id"]);
        (await service.Admin.Post($"{Path}/{one}/clauses", new { clause_number = "2", title = "t", standard_id = other })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["standard_id"]);

        for (var level = 2; level <= 10; level++) at = await ClauseAsync(one, $"level {level}", at);
        (await service.Admin.Post($"{Path}/{one}/clauses", new { clause_number = "deeper", title = "t", parent_clause_id = at })).MustBe(HttpStatusCode.UnprocessableEntity).Text.ShouldContain("10 levels");
    }

    [Fact]
    public async Task Clauses_are_listed_level_by_level_in_the_order_of_their_numbers()
    {
        var standard = await StandardAsync();
        var tenth = await ClauseAsync(standard, "A.10");
        var second = await ClauseAsync(standard, "A.2");
        await ClauseAsync(standard, "A.2.1", second);
        (await service.Admin.Patch($"{Path}/clauses/{await ClauseAsync(standard, "A.3")}", new { is_active = false })).MustBe(HttpStatusCode.OK);

        Ids(await service.Admin.Get($"{Path}/{standard}/clauses")).ShouldBe([second, tenth]);
        (await service.Admin.Get($"{Path}/{standard}/clauses?parent_clause_id={second}")).Body.EnumerateArray().ShouldHaveSingleItem().GetProperty("clause_number").GetString().ShouldBe("A.2.1");
        (await service.Admin.Get($"{Path}/{standard}")).Body.GetProperty("clauses").EnumerateArray().Select(clause => clause.GetProperty("clause_number").GetString())
            .ShouldBe(["A.2", "A.2.1", "A.3", "A.10"]);

        (await service.Admin.Patch($"{Path}/clauses/{tenth}", new { sort_order = -1 })).MustBe(HttpStatusCode.OK);
        Ids(await service.Admin.Get($"{Path}/{standard}/clauses")).ShouldBe([tenth, second]);
    }

    [Fact]
    public async Task A_clause_number_is_given_once_in_a_standard_and_a_control_number_once_in_a_clause()
    {
        var (one, other) = (await StandardAsync(), await StandardAsync());
        var clause = await ClauseAsync(one, "4");
        await ClauseAsync(other, "4");
        var second = await ClauseAsync(one, "5");
        (await service.Admin.Post($"{Path}/{one}/clauses", new { clause_number = "4", title = "t" })).MustBe(HttpStatusCode.Conflict);
        (await service.Admin.Patch($"{Path}/clauses/{second}", new { clause_number = "4" })).MustBe(HttpStatusCode.Conflict);

        await ControlAsync(clause, "A.1");
        await ControlAsync(second, "A.1");
        var third = await ControlAsync(clause, "A.2");
        (await service.Admin.Post($"{Path}/clauses/{clause}/controls", new { control_number = "A.1", title = "t" })).MustBe(HttpStatusCode.Conflict);
        (await service.Admin.Patch($"{Path}/controls/{third}", new { control_number = "A.1" })).MustBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("not_implemented")]
    [InlineData("planned")]
    [InlineData("partial")]
    [InlineData("implemented")]
    public async Task A_control_keeps_every_implementation_status_and_shows_in_its_clause(string status)
    {
        var clause = await ClauseAsync(await StandardAsync(), "1");
        var created = (await service.Admin.Post($"{Path}/clauses/{clause}/controls", new { control_number = "A.1", title = "Policies", clause_id = clause, implementation_guidance = "Write them.", implementation_status = status }))
            .MustBe(HttpStatusCode.Created);

        (await service.Admin.Get($"{Path}/controls/{created.Id}")).Text.ShouldBe(created.Text);
        (created["implementation_status"], created["implementation_guidance"]).ShouldBe((status, "Write them."));
        (await service.Admin.Get($"{Path}/clauses/{clause}")).Body.GetProperty("controls")[0].GetRawText().ShouldBe(created.Text);
    }

    [Fact]
    public async Task A_control_that_does_not_apply_says_why()
    {
        var clause = await ClauseAsync(await StandardAsync(), "1");
        var control = $"{Path}/controls/{await ControlAsync(clause, "A.1")}";

        (await service.Admin.Post($"{Path}/clauses/{clause}/controls", new { control_number = "A.2", title = "t", is_applicable = false, applicability_justification = " " }))
            .MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["applicability_justification"]);
        (await service.Admin.Patch(control, new { is_applicable = false })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["applicability_justification"]);
        (await service.Admin.Patch(control, new { is_applicable = false, applicability_justification = "No offices." })).MustBe(HttpStatusCode.OK);
        (await service.Admin.Patch(control, new { applicability_justification = (string?)null })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["applicability_justification"]);
        (await service.Admin.Patch(control, new { applicability_justification = (string?)null, is_applicable = true })).MustBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"control_number":"A","title":"t","implementation_status":"done"}""", "implementation_status")]
    [InlineData("""{"control_number":"A","title":"t","is_applicable":"yes"}""", "is_applicable")]
    [InlineData("""{"control_number":"","title":"t"}""", "control_number")]
    [InlineData("""{"control_number":"A","title":"t","clause_id":999999}""", "clause_id")]
    public async Task What_is_wrong_with_a_control_is_named(string body, string field) =>
        (await service.Admin.Post($"{Path}/clauses/{await ClauseAsync(await StandardAsync(), "1")}/controls", body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);

    [Fact]
    public async Task The_statement_of_applicability_counts_what_is_active()
    {
        var standard = await StandardAsync();
        var clause = await ClauseAsync(standard, "A.5");
        var withdrawn = await ClauseAsync(standard, "A.6");
        await ControlAsync(withdrawn, "A.6.1");
        (await service.Admin.Patch($"{Path}/clauses/{withdrawn}", new { is_active = false })).MustBe(HttpStatusCode.OK);
        await ControlAsync(clause, "A.5.10", new { implementation_status = "implemented", applicability_justification = "The law." });
        await ControlAsync(clause, "A.5.2", new { implementation_status = "partial" });
        await ControlAsync(clause, "A.5.3", new { is_applicable = false, applicability_justification = "No offices.", implementation_status = "not_implemented" });
        await ControlAsync(clause, "A.5.4");
        await ControlAsync(clause, "A.5.5", new { is_active = false });

        var statement = (await service.Admin.Get($"{Path}/{standard}/statement-of-applicability/")).MustBe(HttpStatusCode.OK).Body;

        statement.GetProperty("controls").EnumerateArray().Select(line => line.GetProperty("control_number").GetString()).ShouldBe(["A.5.2", "A.5.3", "A.5.4", "A.5.10"]);
        new[] { "total_controls", "applicable_controls", "not_applicable_controls", "without_justification" }.Select(name => statement.GetProperty(name).GetInt32()).ShouldBe([4, 3, 1, 2]);
        statement.GetProperty("by_implementation_status").GetRawText().ShouldBe("""{"not_implemented":0,"planned":0,"partial":1,"implemented":1,"not_assessed":1}""");
        var excluded = statement.GetProperty("controls")[1];
        (excluded.GetProperty("is_applicable").GetBoolean(), excluded.GetProperty("applicability_justification").GetString(), excluded.GetProperty("clause_number").GetString())
            .ShouldBe((false, "No offices.", "A.5"));
    }

    [Theory]
    [InlineData("GET", "/999999")]
    [InlineData("PATCH", "/999999")]
    [InlineData("GET", "/999999/clauses")]
    [InlineData("GET", "/999999/statement-of-applicability")]
    [InlineData("GET", "/clauses/999999")]
    [InlineData("PATCH", "/clauses/999999")]
    [InlineData("GET", "/controls/999999")]
    [InlineData("PATCH", "/controls/999999")]
    public async Task What_is_not_there_is_not_found(string method, string path) =>
        (await service.Admin.Send(new HttpMethod(method), Path + path, method == "PATCH" ? new { } : null)).MustBe(HttpStatusCode.NotFound).Message.ShouldContain("999999");

    [Fact]
    public async Task Reading_the_library_does_not_allow_changing_it()
    {
        var reader = await service.ClientWithPermissionsAsync("standard:read");
        var standard = await StandardAsync();
        var clause = await ClauseAsync(standard, "1");

        (await reader.Get($"{Path}/{standard}")).Status.ShouldBe(HttpStatusCode.OK);
        (await reader.Post(Path, Body("X"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.Patch($"{Path}/clauses/{clause}", new { title = "x" })).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("clause:update");
    }

    [Fact]
    public async Task Of_two_moves_that_close_a_circle_together_one_is_refused()
    {
        var standard = await StandardAsync();
        for (var round = 0; round < 5; round++)
        {
            var (one, other) = (await ClauseAsync(standard, $"{round}.1"), await ClauseAsync(standard, $"{round}.2"));

            var answers = await Task.WhenAll(
                service.Admin.Patch($"{Path}/clauses/{one}", new { parent_clause_id = other }),
                service.Admin.Patch($"{Path}/clauses/{other}", new { parent_clause_id = one }));

            answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
            answers.Single(answer => answer.Status != HttpStatusCode.OK).Status.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
        }
    }

    private static object Body(string code) => new { code, name = "Name", full_name = "Full name", version = "1" };

    private static IEnumerable<int> Ids(Answer list) => list.MustBe(HttpStatusCode.OK).Body.EnumerateArray().Select(item => item.GetProperty("id").GetInt32());

    private async Task<int> StandardAsync(string? code = null) =>
        (await service.Admin.Post(Path, Body(code ?? $"S{Interlocked.Increment(ref _codes)}"))).MustBe(HttpStatusCode.Created).Id;

    private async Task<int> ClauseAsync(int standard, string number, int? parent = null, int? level = null) =>
        (await service.Admin.Post($"{Path}/{standard}/clauses", new { clause_number = number, title = "Title", standard_id = standard, parent_clause_id = parent, level })).MustBe(HttpStatusCode.Created).Id;

    private async Task<int> ControlAsync(int clause, string number, object? change = null)
    {
        var id = (await service.Admin.Post($"{Path}/clauses/{clause}/controls", new { control_number = number, title = "Title" })).MustBe(HttpStatusCode.Created).Id;
        if (change is not null) (await service.Admin.Patch($"{Path}/controls/{id}", change)).MustBe(HttpStatusCode.OK);
        return id;
    }

    private async Task<string> LevelsAsync(int standard) => string.Join(' ', (await service.Admin.Get($"{Path}/{standard}")).Body.GetProperty("clauses").EnumerateArray()
        .Select(clause => $"{clause.GetProperty("clause_number").GetString()}={clause.GetProperty("level").GetInt32()}"));
}

[Trait("Needs", "Engine")]
public sealed class StandardTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : StandardTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class StandardTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : StandardTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
