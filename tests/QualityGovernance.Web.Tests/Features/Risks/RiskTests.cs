using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Risks;

namespace QualityGovernance.Web.Tests.Features.Risks;

public abstract class RiskTests(IServiceUnderTest service)
{
    private const string Path = RiskCalls.Path;

    [Fact]
    public async Task A_risk_is_registered_read_changed_and_deleted()
    {
        var created = (await service.Admin.Post(Path + "/", new
        {
            title = "Fire",
            description = "In the server room",
            category = "safety",
            subcategory = "Buildings",
            risk_source = "Old wires",
            risk_event = "A short circuit",
            risk_consequence = "No service",
            likelihood = 4,
            impact = 5,
            owner_id = service.AdminId,
            department = "IT",
            review_frequency_months = 6,
            next_review_date = "2027-01-05T10:00:00+02:00",
            treatment_strategy = "transfer",
            treatment_plan = "Insure it",
            treatment_due_date = "2027-06-01T00:00:00Z",
        })).MustBe(HttpStatusCode.Created);
        created["reference_number"].ShouldMatch("^RSK-[0-9]{4}-[0-9]{4}$");
        (created["status"], created["risk_level"], created.Number("risk_score"), created.Number("created_by_id")).ShouldBe(("identified", "critical", 20, service.AdminId));
        created["next_review_date"].ShouldBe("2027-01-05T08:00:00Z");

        var read = (await service.Admin.Get($"{Path}/{created.Id}/")).MustBe(HttpStatusCode.OK);
        foreach (var property in created.Body.EnumerateObject()) read.Body.GetProperty(property.Name).GetRawText().ShouldBe(property.Value.GetRawText(), property.Name);

        var changed = (await service.Admin.Patch($"{Path}/{created.Id}", new { impact = 2, department = (string?)null, treatment_strategy = "avoid" })).MustBe(HttpStatusCode.OK);
        (changed["risk_level"], changed.Number("risk_score"), changed["treatment_strategy"], changed["subcategory"]).ShouldBe(("medium", 8, "avoid", "Buildings"));

        (await service.Admin.Delete($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Get($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Delete($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_left_out_has_the_defaults_of_the_contract()
    {
        var risk = (await service.Admin.Post(Path, new { title = "Fire", description = "d" })).MustBe(HttpStatusCode.Created);

        (risk["category"], risk["treatment_strategy"], risk.Number("likelihood"), risk.Number("impact"), risk.Number("review_frequency_months")).ShouldBe(("operational", "mitigate", 3, 3, 12));
        risk.Body.GetProperty("next_review_date").GetDateTimeOffset().ShouldBe(risk.Body.GetProperty("created_at").GetDateTimeOffset().AddMonths(12), TimeSpan.FromSeconds(5));
        risk.Body.Ids("clause_ids").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, 1, "very_low")]
    [InlineData(1, 2, "low")]
    [InlineData(3, 1, "low")]
    [InlineData(1, 4, "medium")]
    [InlineData(3, 3, "medium")]
    [InlineData(2, 5, "high")]
    [InlineData(4, 4, "high")]
    [InlineData(5, 4, "critical")]
    [InlineData(5, 5, "critical")]
    public async Task Score_and_level_follow_from_the_matrix(int likelihood, int impact, string level)
    {
        var risk = (await service.Admin.Post(Path, new { title = "t", description = "d", likelihood, impact })).MustBe(HttpStatusCode.Created);
        (risk.Number("risk_score"), risk["risk_level"]).ShouldBe((likelihood * impact, level));
    }

    [Fact]
    public async Task What_a_risk_is_linked_to_is_read_back()
    {
        var (clause, control) = await ClauseAndControlAsync();
        var incident = (await service.Admin.Post("/api/v1/incidents", new { title = "t", description = "d", incident_date = "2026-01-05T10:00:00Z" })).MustBe(HttpStatusCode.Created).Id;
        var policy = (await service.Admin.Post("/api/v1/policies", new { title = "t" })).MustBe(HttpStatusCode.Created).Id;
        var created = (await service.Admin.Post(Path, new { title = "t", description = "d", clause_ids = new[] { clause, clause }, control_ids = new[] { control }, linked_incident_ids = new[] { incident }, linked_policy_ids = new[] { policy } }))
            .MustBe(HttpStatusCode.Created);
        string[] names = ["clause_ids", "control_ids", "linked_incident_ids", "linked_policy_ids", "linked_audit_ids"];
        names.Select(name => created.Body.Ids(name)).ShouldBe([[clause], [control], [incident], [policy], []]);
        var version = (await service.Admin.Get($"{Path}/{created.Id}")).Body.GetProperty("updated_at").GetDateTimeOffset();

        (await service.Admin.Patch($"{Path}/{created.Id}", new { control_ids = Array.Empty<int>(), linked_policy_ids = (int[]?)null })).MustBe(HttpStatusCode.OK);

        var read = await service.Admin.Get($"{Path}/{created.Id}");
        names.Select(name => read.Body.Ids(name)).ShouldBe([[clause], [], [incident], [], []]);
        read.Body.GetProperty("updated_at").GetDateTimeOffset().ShouldBeGreaterThan(version);
        (await service.Admin.Get($"{Path}?search={created["reference_number"]}")).Items.ShouldHaveSingleItem().Ids("clause_ids").ShouldBe([clause]);
        // One entry for the risk, four for its links, two for those taken away: of all of them the trail knows before or after.
        var trail = (await service.Admin.Get($"/api/v1/audit-trail?entity_type=risk&entity_id={created.Id}&page_size=100")).Items;
        trail.Count(entry => entry.GetProperty("after").ToString().Contains("target_id", StringComparison.Ordinal)).ShouldBe(4);
        trail.Count(entry => entry.GetProperty("before").ToString().Contains("target_id", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_link_to_a_record_that_was_deleted_since_stays_and_is_not_made_anew()
    {
        var incident = (await service.Admin.Post("/api/v1/incidents", new { title = "t", description = "d", incident_date = "2026-01-05T10:00:00Z" })).MustBe(HttpStatusCode.Created).Id;
        var risk = (await service.Admin.Post(Path, new { title = "t", description = "d", linked_incident_ids = new[] { incident } })).MustBe(HttpStatusCode.Created).Id;
        (await service.Admin.Delete($"/api/v1/incidents/{incident}")).MustBe(HttpStatusCode.NoContent);

        (await service.Admin.Patch($"{Path}/{risk}", new { title = "u", linked_incident_ids = new[] { incident } })).MustBe(HttpStatusCode.OK).Body.Ids("linked_incident_ids").ShouldBe([incident]);
        (await service.Admin.Post(Path, new { title = "t", description = "d", linked_incident_ids = new[] { incident } })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["linked_incident_ids"]);
    }

    [Theory]
    [InlineData("""{"description":"d"}""", "title")]
    [InlineData("""{"title":"t","description":""}""", "description")]
    [InlineData("""{"title":"t","description":"d","likelihood":0}""", "likelihood")]
    [InlineData("""{"title":"t","description":"d","impact":6}""", "impact")]
    [InlineData("""{"title":"t","description":"d","impact":99999999999}""", "impact")]
    [InlineData("""{"title":"t","description":"d","risk_score":25}""", "risk_score")]
    [InlineData("""{"title":"t","description":"d","risk_level":"low"}""", "risk_level")]
    [InlineData("""{"title":"t","description":"d","status":"closed"}""", "status")]
    [InlineData("""{"title":"t","description":"d","category":"weather"}""", "category")]
    [InlineData("""{"title":"t","description":"d","treatment_strategy":"hope"}""", "treatment_strategy")]
    [InlineData("""{"title":"t","description":"d","review_frequency_months":61}""", "review_frequency_months")]
    [InlineData("""{"title":"t","description":"d","next_review_date":"9999-12-31T23:59:59Z"}""", "next_review_date")]
    [InlineData("""{"title":"t","description":"d","treatment_due_date":"0001-01-01T00:00:00Z"}""", "treatment_due_date")]
    [InlineData("""{"title":"t","description":"d","owner_id":999999}""", "owner_id")]
    [InlineData("""{"title":"t","description":"d","clause_ids":[999999]}""", "clause_ids")]
    [InlineData("""{"title":"t","description":"d","control_ids":[-1]}""", "control_ids")]
    [InlineData("""{"title":"t","description":"d","linked_audit_ids":[999999]}""", "linked_audit_ids")]
    [InlineData("""{"title":"t","description":"d","linked_incident_ids":[999999]}""", "linked_incident_ids")]
    [InlineData("""{"title":"t","description":"d","linked_policy_ids":[999999]}""", "linked_policy_ids")]
    [InlineData("""{"title":"t","description":"d","linked_policy_ids":["1"]}""", "linked_policy_ids[0]")]
    public async Task What_is_wrong_is_named_and_nothing_is_written(string body, string field)
    {
        var before = await CountAsync();

        (await service.Admin.Post(Path, body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);

        (await CountAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("""{"title":null}""", "title")]
    [InlineData("""{"likelihood":null}""", "likelihood")]
    [InlineData("""{"impact":6}""", "impact")]
    [InlineData("""{"status":null}""", "status")]
    [InlineData("""{"is_active":null}""", "is_active")]
    [InlineData("""{"owner_id":999999}""", "owner_id")]
    [InlineData("""{"clause_ids":[999999]}""", "clause_ids")]
    public async Task What_is_wrong_with_a_change_is_named(string body, string field) =>
        (await service.Admin.Patch($"{Path}/{await service.Admin.AddRiskAsync()}", body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);

    [Fact]
    public async Task Too_many_links_are_refused() =>
        (await service.Admin.Post(Path, new { title = "t", description = "d", clause_ids = Enumerable.Range(1, 101) })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["clause_ids"]);

    [Fact]
    public async Task A_risk_goes_through_its_states_and_can_be_taken_up_again()
    {
        var risk = $"{Path}/{await service.Admin.AddRiskAsync()}";

        (await service.Admin.Patch(risk, new { status = "closed" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("Allowed from here: assessing.");
        foreach (var status in new[] { "assessing", "treating", "monitoring", "closed" })
            (await service.Admin.Patch(risk, new { status })).MustBe(HttpStatusCode.OK)["status"].ShouldBe(status);
        (await service.Admin.Patch(risk, new { status = "treating" })).MustBe(HttpStatusCode.Conflict);
        (await service.Admin.Patch(risk, new { status = "assessing" })).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_list_finds_what_it_is_asked_for()
    {
        var owner = await service.AddUserAsync();
        async Task<int> AddAsync(object body) => (await service.Admin.Post(Path, body)).MustBe(HttpStatusCode.Created).Id;
        var low = await AddAsync(new { title = "Find me low", description = "d", likelihood = 1, impact = 3, category = "financial" });
        var high = await AddAsync(new { title = "Find me high", description = "d", likelihood = 3, impact = 5, owner_id = owner });
        var critical = await AddAsync(new { title = "t", description = "FIND ME critical", likelihood = 5, impact = 5 });
        var inactive = await AddAsync(new { title = "Find me inactive", description = "d" });
        (await service.Admin.Patch($"{Path}/{inactive}", new { is_active = false })).MustBe(HttpStatusCode.OK);
        (await service.Admin.Patch($"{Path}/{high}", new { status = "assessing" })).MustBe(HttpStatusCode.OK);

        (await FoundAsync("search=find%20me")).ShouldBe([critical, high, low]);
        (await FoundAsync("search=find%20me&category=financial")).ShouldBe([low]);
        (await FoundAsync("search=find%20me&category=&status=")).ShouldBe([critical, high, low]);
        (await FoundAsync("search=find%20me&status=assessing")).ShouldBe([high]);
        (await FoundAsync("search=find%20me&risk_level=low")).ShouldBe([low]);
        (await FoundAsync("search=find%20me&risk_level=critical")).ShouldBe([critical]);
        (await FoundAsync($"owner_id={owner}")).ShouldBe([high]);
        (await FoundAsync("search=find%20me&is_active=false")).ShouldBe([inactive]);
        (await FoundAsync("search=find%5fme")).ShouldBeEmpty();
        var page = await service.Admin.Get($"{Path}?search=find%20me&page_size=2&page=2");
        (page.Total, page.Number("pages"), page.Items.Count).ShouldBe((3, 2, 1));
    }

    [Theory]
    [InlineData("category=weather", "category")]
    [InlineData("status=open", "status")]
    [InlineData("risk_level=awful", "risk_level")]
    [InlineData("owner_id=me", "owner_id")]
    [InlineData("is_active=", "is_active")]
    [InlineData("review_due=", "review_due")]
    [InlineData("owner_id=99999999999", "owner_id")]
    [InlineData("page_size=101", "page_size")]
    public async Task A_filter_that_is_not_understood_is_named(string query, string field) =>
        (await service.Admin.Get($"{Path}?{query}")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);

    [Fact]
    public async Task Nobody_deletes_with_the_permission_to_update()
    {
        var risk = await service.Admin.AddRiskAsync();
        var editor = await service.ClientWithPermissionsAsync("risk:read", "risk:update", "risk_control:create", "risk:assess");

        (await editor.Delete($"{Path}/{risk}")).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("risk:delete");
        (await service.Admin.Get($"{Path}/{risk}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(int Clause, int Control)> ClauseAndControlAsync()
    {
        var standard = (await service.Admin.Post("/api/v1/standards", new { code = $"R{Guid.CreateVersion7():N}"[..20], name = "n", full_name = "f", version = "1" })).MustBe(HttpStatusCode.Created).Id;
        var clause = (await service.Admin.Post($"/api/v1/standards/{standard}/clauses", new { clause_number = "1", title = "t" })).MustBe(HttpStatusCode.Created).Id;
        return (clause, (await service.Admin.Post($"/api/v1/standards/clauses/{clause}/controls", new { control_number = "1", title = "t" })).MustBe(HttpStatusCode.Created).Id);
    }

    private async Task<IReadOnlyList<int>> FoundAsync(string query) =>
        [.. (await service.Admin.Get($"{Path}?{query}")).MustBe(HttpStatusCode.OK).Items.Select(item => item.GetProperty("id").GetInt32())];

    private Task<int> CountAsync() => service.InDatabaseAsync(db => db.Set<Risk>().IgnoreQueryFilters().CountAsync());
}

[Trait("Needs", "Engine")]
public sealed class RiskTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : RiskTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class RiskTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : RiskTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
