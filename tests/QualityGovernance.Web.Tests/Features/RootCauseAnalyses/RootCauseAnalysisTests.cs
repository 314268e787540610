using System.Net;
using System.Text.Json;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.RootCauseAnalyses;

public abstract class RootCauseAnalysisTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/rtas";

    [Fact]
    public async Task An_analysis_is_begun_read_and_listed_below_its_incident()
    {
        var incident = await IncidentAsync();
        var created = await BegunAsync(service.Admin, incident, rootCause: null);
        created["reference_number"].ShouldMatch("^RTA-[0-9]{4}-[0-9]{4}$");
        created["status"].ShouldBe("draft");
        (await service.Admin.Get($"{Path}/{created.Id}/")).MustBe(HttpStatusCode.OK).Text.ShouldBe(created.Text);

        var second = await BegunAsync(service.Admin, incident);
        var other = await BegunAsync(service.Admin, await IncidentAsync());

        var below = (await service.Admin.Get($"/api/v1/incidents/{incident}/rtas")).MustBe(HttpStatusCode.OK);
        below.Items.Select(IdOf).ShouldBe([second.Id, created.Id]);
        below.Body.GetProperty("pages").GetInt32().ShouldBe(1);
        (await service.Admin.Get($"{Path}/?incident_id={incident}")).Items.Select(IdOf).ShouldBe([second.Id, created.Id]);
        (await service.Admin.Get($"{Path}?page_size=100")).Items.Select(IdOf).ShouldContain(other.Id);
        (await service.Admin.Get(Path)).Body.GetProperty("page_size").GetInt32().ShouldBe(10);
        (await service.Admin.Get("/api/v1/incidents/999999/rtas")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_analysis_whose_incident_was_deleted_is_read_and_not_changed()
    {
        var incident = await IncidentAsync();
        var analysis = await BegunAsync(service.Admin, incident);
        (await service.Admin.Delete($"/api/v1/incidents/{incident}")).MustBe(HttpStatusCode.NoContent);

        (await service.Admin.Patch($"{Path}/{analysis.Id}", new { title = "later" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("was deleted");
        (await service.Admin.Get($"{Path}/{analysis.Id}")).MustBe(HttpStatusCode.OK).Text.ShouldBe(analysis.Text);
        (await service.Admin.Get($"{Path}?incident_id={incident}")).Total.ShouldBe(1);
    }

    [Fact]
    public async Task An_approved_analysis_is_frozen()
    {
        var author = await service.ClientWithPermissionsAsync("rta:create", "rta:update");
        var approver = await service.AddUserAsync(permissions: ["rta:update", "rta:approve"]);
        var address = $"{Path}/{(await BegunAsync(author, await IncidentAsync())).Id}";
        (await author.Patch(address, new { status = "approved" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("in_review");
        (await author.Patch(address, new { status = "in_review" })).MustBe(HttpStatusCode.OK);

        var approved = (await service.ClientOf(approver).Patch(address, new { status = "approved" })).MustBe(HttpStatusCode.OK);

        approved.Body.GetProperty("approved_by_id").GetInt32().ShouldBe(approver);
        approved.Body.GetProperty("approved_at").ValueKind.ShouldBe(JsonValueKind.String);
        foreach (var change in new object[] { new { status = "draft" }, new { root_cause = "Another" }, new { status = "approved" }, new { } })
            (await service.Admin.Patch(address, change)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await service.Admin.Delete(address)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await service.Admin.Get(address)).Text.ShouldBe(approved.Text);
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote_or_changed_last_not_even_a_superuser()
    {
        var address = $"{Path}/{(await BegunAsync(service.Admin, await IncidentAsync())).Id}";
        var editor = await service.ClientWithPermissionsAsync("rta:update", "rta:approve");
        (await service.Admin.Patch(address, new { status = "in_review" })).MustBe(HttpStatusCode.OK);

        (await service.Admin.Patch(address, new { status = "approved" })).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("another person");
        (await editor.Patch(address, new { root_cause = "Mine", status = "approved" })).MustBe(HttpStatusCode.Forbidden);
        (await service.Admin.Get(address))["root_cause"].ShouldBe("Oil");
        (await editor.Patch(address, new { root_cause = "Mine" })).MustBe(HttpStatusCode.OK);
        (await editor.Patch(address, new { status = "approved" })).MustBe(HttpStatusCode.Forbidden);
        (await editor.Patch(address, new { status = "draft" })).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Approving_needs_a_permission_and_a_root_cause()
    {
        var address = $"{Path}/{(await BegunAsync(service.Admin, await IncidentAsync(), rootCause: null)).Id}";
        (await service.Admin.Patch(address, new { status = "in_review" })).MustBe(HttpStatusCode.OK);

        (await (await service.ClientWithPermissionsAsync("rta:update")).Patch(address, new { status = "approved" })).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("rta:approve");
        (await (await service.ClientWithPermissionsAsync("rta:update", "rta:approve")).Patch(address, new { status = "approved" })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["root_cause"]);
    }

    [Theory]
    [InlineData("""{"title":"t","problem_statement":"p"}""", "incident_id")]
    [InlineData("""{"title":"t","problem_statement":"p","incident_id":999999}""", "incident_id")]
    [InlineData("""{"title":"t","problem_statement":"p","incident_id":99999999999}""", "incident_id")]
    [InlineData("""{"title":"t","problem_statement":"p","incident_id":1.5}""", "incident_id")]
    [InlineData("""{"title":"t","problem_statement":" ","incident_id":1}""", "problem_statement")]
    [InlineData("""{"title":"t","problem_statement":"p","incident_id":1,"status":"done"}""", "status")]
    public async Task What_is_wrong_is_named(string body, string field) =>
        (await service.Admin.Post(Path, body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);

    [Fact]
    public async Task The_number_of_an_incident_may_be_written_with_a_fraction_of_nothing()
    {
        var incident = await IncidentAsync();

        var created = await service.Admin.Post(Path, $$"""{"title":"t","problem_statement":"p","incident_id":{{incident}}.0}""");

        created.MustBe(HttpStatusCode.Created).Body.GetProperty("incident_id").GetInt32().ShouldBe(incident);
    }

    [Fact]
    public async Task An_analysis_starts_as_a_draft()
    {
        var incident = await IncidentAsync();
        (await service.Admin.Post(Path, new { title = "t", problem_statement = "p", incident_id = incident, status = "approved" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("draft");
    }

    [Fact]
    public async Task A_draft_is_deleted()
    {
        var address = $"{Path}/{(await BegunAsync(service.Admin, await IncidentAsync())).Id}";
        (await service.Admin.Delete(address)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Get(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static int IdOf(JsonElement item) => item.GetProperty("id").GetInt32();

    private static async Task<Answer> BegunAsync(HttpClient client, int incident, string? rootCause = "Oil") =>
        (await client.Post(Path, new { title = "Why", problem_statement = "Somebody slipped", incident_id = incident, root_cause = rootCause })).MustBe(HttpStatusCode.Created);

    private async Task<int> IncidentAsync() =>
        (await service.Admin.Post("/api/v1/incidents", new { title = "Slip", description = "Wet floor", incident_date = "2026-01-05T10:00:00Z" })).MustBe(HttpStatusCode.Created).Id;
}

[Trait("Needs", "Engine")]
public sealed class RootCauseAnalysisTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : RootCauseAnalysisTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class RootCauseAnalysisTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : RootCauseAnalysisTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
