using System.Net;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Features.Actions;

namespace QualityGovernance.Web.Tests.Features.Risks;

public abstract class RiskAssessmentTests(IServiceUnderTest service)
{
    private const string Path = RiskCalls.Path;

    [Fact]
    public async Task An_assessment_rates_the_risk_and_stays_in_its_history()
    {
        var risk = await service.Admin.AddRiskAsync();

        var assessment = (await service.Admin.Post($"{Path}/{risk}/assessments/", new
        {
            assessment_date = "2026-02-01T09:00:00Z",
            assessment_type = "post_incident",
            inherent_likelihood = 5,
            inherent_impact = 4,
            residual_likelihood = 2,
            residual_impact = 4,
            target_likelihood = 1,
            target_impact = 4,
            assessment_notes = "After the fire",
            control_effectiveness_notes = "The alarm worked",
        })).MustBe(HttpStatusCode.Created);

        (assessment.Number("inherent_score"), assessment["inherent_level"]).ShouldBe((20, "critical"));
        (assessment.Number("residual_score"), assessment["residual_level"]).ShouldBe((8, "medium"));
        (assessment.Number("target_score"), assessment["target_level"]).ShouldBe((4, "medium"));
        (assessment.Number("risk_id"), assessment.Number("assessed_by_id"), assessment["assessment_type"]).ShouldBe((risk, service.AdminId, "post_incident"));
        var read = await service.Admin.Get($"{Path}/{risk}");
        (read.Number("likelihood"), read.Number("impact"), read.Number("risk_score"), read["risk_level"], read["next_review_date"]).ShouldBe((2, 4, 8, "medium", "2027-02-01T09:00:00Z"));
        read.Body.GetProperty("assessments")[0].GetRawText().ShouldBe(assessment.Text);
    }

    [Fact]
    public async Task The_newest_assessment_rates_the_risk_and_one_entered_late_does_not()
    {
        var risk = await service.Admin.AddRiskAsync();
        var second = (await service.Admin.Assess(risk, "2026-03-01T00:00:00Z", 2, 2)).MustBe(HttpStatusCode.Created).Id;
        var first = (await service.Admin.Assess(risk, "2025-03-01T00:00:00Z", 5, 5)).MustBe(HttpStatusCode.Created).Id;
        (await service.Admin.Get($"{Path}/{risk}")).Number("risk_score").ShouldBe(4);

        var third = (await service.Admin.Assess(risk, "2026-03-01T00:00:00Z", 3, 4)).MustBe(HttpStatusCode.Created).Id;

        (await service.Admin.Get($"{Path}/{risk}")).Number("risk_score").ShouldBe(12);
        (await service.Admin.Get($"{Path}/{risk}/assessments")).Body.EnumerateArray().Select(item => item.GetProperty("id").GetInt32()).ShouldBe([third, second, first]);
    }

    [Theory]
    [InlineData("assessment_date", "\"2999-01-01T00:00:00Z\"", "assessment_date")]
    [InlineData("assessment_date", "null", "assessment_date")]
    [InlineData("inherent_likelihood", "6", "inherent_likelihood")]
    [InlineData("inherent_impact", "0", "inherent_impact")]
    [InlineData("residual_impact", "null", "residual_impact")]
    [InlineData("residual_likelihood", "\"3\"", "residual_likelihood")]
    [InlineData("target_likelihood", "2", "target_impact")]
    [InlineData("target_impact", "2", "target_likelihood")]
    [InlineData("assessment_type", "\"yearly\"", "assessment_type")]
    [InlineData("assessed_by_id", "999999", "assessed_by_id")]
    [InlineData("residual_score", "1", "residual_score")]
    public async Task What_is_wrong_is_named_and_the_risk_stays_as_it_was(string member, string value, string field)
    {
        var risk = await service.Admin.AddRiskAsync();
        var body = new Dictionary<string, string>
        {
            ["assessment_date"] = "\"2026-01-01T00:00:00Z\"", ["inherent_likelihood"] = "5", ["inherent_impact"] = "5", ["residual_likelihood"] = "1", ["residual_impact"] = "1", [member] = value,
        };

        (await service.Admin.Post($"{Path}/{risk}/assessments", "{" + string.Join(',', body.Select(pair => $"\"{pair.Key}\":{pair.Value}")) + "}"))
            .MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);

        var read = await service.Admin.Get($"{Path}/{risk}");
        (read.Number("risk_score"), read.Body.GetProperty("assessments").GetArrayLength()).ShouldBe((9, 0));
    }

    [Fact]
    public async Task A_closed_risk_is_not_assessed()
    {
        var risk = await service.Admin.AddRiskAsync();
        foreach (var status in new[] { "assessing", "closed" }) (await service.Admin.Patch($"{Path}/{risk}", new { status })).MustBe(HttpStatusCode.OK);

        (await service.Admin.Assess(risk, "2026-03-01T00:00:00Z", 1, 1)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("assessing");

        (await service.Admin.Get($"{Path}/{risk}")).Number("risk_score").ShouldBe(9);
    }

    [Fact]
    public async Task A_risk_that_is_not_there_has_no_assessments()
    {
        var risk = await service.Admin.AddRiskAsync();
        (await service.Admin.Delete($"{Path}/{risk}")).MustBe(HttpStatusCode.NoContent);

        (await service.Admin.Get($"{Path}/{risk}/assessments")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Assess(risk, "2026-03-01T00:00:00Z", 1, 1)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_control_is_added_tested_changed_and_deleted()
    {
        var risk = await service.Admin.AddRiskAsync();
        var created = (await service.Admin.Post($"{Path}/{risk}/controls", new
        {
            title = "Alarm",
            description = "Smoke",
            control_type = "detective",
            implementation_status = "implemented",
            effectiveness = "not_tested",
            owner_id = service.AdminId,
            last_tested_date = "2026-01-31T00:00:00Z",
            test_frequency_months = 1,
        })).MustBe(HttpStatusCode.Created);
        created["next_test_date"].ShouldBe("2026-02-28T00:00:00Z");
        (await service.Admin.Get($"{Path}/{risk}/controls")).Body[0].GetRawText().ShouldBe(created.Text);

        var control = $"{Path}/controls/{created.Id}";
        (await service.Admin.Patch(control, new { last_tested_date = "2026-03-01T00:00:00Z", effectiveness = "effective" })).MustBe(HttpStatusCode.OK)["next_test_date"].ShouldBe("2026-04-01T00:00:00Z");
        (await service.Admin.Patch(control, new { test_frequency_months = 12 })).MustBe(HttpStatusCode.OK)["next_test_date"].ShouldBe("2027-03-01T00:00:00Z");
        (await service.Admin.Patch(control, new { next_test_date = "2026-05-01T00:00:00Z" })).MustBe(HttpStatusCode.OK)["next_test_date"].ShouldBe("2026-05-01T00:00:00Z");
        (await service.Admin.Patch(control, new { title = "Bell" })).MustBe(HttpStatusCode.OK)["next_test_date"].ShouldBe("2026-05-01T00:00:00Z");
        (await service.Admin.Patch(control, new { next_test_date = "2026-02-01T00:00:00Z" })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["next_test_date"]);

        (await service.Admin.Delete(control)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Patch(control, new { title = "x" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Get($"{Path}/{risk}/controls")).Body.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_cycle_a_planned_test_that_took_place_leaves_none_planned()
    {
        var created = (await service.Admin.Post($"{Path}/{await service.Admin.AddRiskAsync()}/controls", new { title = "Alarm", last_tested_date = "2026-01-31T00:00:00Z", next_test_date = "2026-03-01T00:00:00Z" })).MustBe(HttpStatusCode.Created);
        (await service.Admin.Patch($"{Path}/controls/{created.Id}", new { last_tested_date = "2026-02-20T00:00:00Z" })).MustBe(HttpStatusCode.OK)["next_test_date"].ShouldBe("2026-03-01T00:00:00Z");
        (await service.Admin.Patch($"{Path}/controls/{created.Id}", new { last_tested_date = "2026-03-02T00:00:00Z" })).MustBe(HttpStatusCode.OK)["next_test_date"].ShouldBeNull();
    }

    [Fact]
    public async Task The_controls_of_a_risk_are_counted_and_so_are_the_actions_about_it_that_are_not_finished()
    {
        var risk = await service.Admin.AddRiskAsync();
        foreach (var implementation_status in new[] { "planned", "in_progress", "implemented", "not_implemented", "not_applicable" })
            (await service.Admin.Post($"{Path}/{risk}/controls", new { title = "t", implementation_status })).MustBe(HttpStatusCode.Created);
        var read = await service.Admin.Get($"{Path}/{risk}");
        (read.Number("control_count"), read.Number("open_action_count")).ShouldBe((5, 0));

        var actions = new ActionCalls(service);
        var (owner, other) = (await service.AddUserAsync(superuser: true), await service.Admin.AddRiskAsync());
        foreach (var about in new[] { risk, risk, risk, other }) (await actions.PlanAsync($"{Path}/{about}", owner)).MustBe(HttpStatusCode.Created);
        var planned = (await service.Admin.Get($"{Path}/{risk}/actions")).Items.Select(action => action.GetProperty("id").GetInt32()).ToList();
        await actions.TakeAsync(planned[0], service.ClientOf(owner), "start", "complete", "verify");
        await actions.TakeAsync(planned[1], service.Admin, "cancel");
        (await service.Admin.Get($"{Path}/{risk}")).Number("open_action_count").ShouldBe(2, "one is to be judged, and one to be begun");
        await actions.TakeAsync(planned[0], service.Admin, "effective");

        (await service.Admin.Patch($"{Path}/controls/{read.Body.GetProperty("controls")[0].GetProperty("id")}", new { is_active = false })).MustBe(HttpStatusCode.OK);

        read = await service.Admin.Get($"{Path}/{risk}");
        (read.Number("control_count"), read.Number("open_action_count")).ShouldBe((4, 1));
    }

    [Fact]
    public async Task The_links_of_a_control_are_read_back()
    {
        var standard = (await service.Admin.Post("/api/v1/standards", new { code = "LINKS", name = "n", full_name = "f", version = "1" })).MustBe(HttpStatusCode.Created).Id;
        var clause = (await service.Admin.Post($"/api/v1/standards/{standard}/clauses", new { clause_number = "1", title = "t" })).MustBe(HttpStatusCode.Created).Id;
        var control = (await service.Admin.Post($"/api/v1/standards/clauses/{clause}/controls", new { control_number = "1", title = "t" })).MustBe(HttpStatusCode.Created).Id;
        var risk = await service.Admin.AddRiskAsync();
        var created = (await service.Admin.Post($"{Path}/{risk}/controls", new { title = "t", clause_ids = new[] { clause }, control_ids = new[] { control } })).MustBe(HttpStatusCode.Created);
        new[] { created.Body.Ids("clause_ids"), created.Body.Ids("control_ids") }.ShouldBe([[clause], [control]]);

        (await service.Admin.Patch($"{Path}/controls/{created.Id}", new { clause_ids = (int[]?)null })).MustBe(HttpStatusCode.OK);

        var read = (await service.Admin.Get($"{Path}/{risk}")).Body.GetProperty("controls")[0];
        new[] { read.Ids("clause_ids"), read.Ids("control_ids") }.ShouldBe([[], [control]]);
    }

    [Theory]
    [InlineData("""{"title":""}""", "title")]
    [InlineData("""{"title":"t","control_type":"magic"}""", "control_type")]
    [InlineData("""{"title":"t","effectiveness":"great"}""", "effectiveness")]
    [InlineData("""{"title":"t","implementation_status":"done"}""", "implementation_status")]
    [InlineData("""{"title":"t","last_tested_date":"2999-01-01T00:00:00Z"}""", "last_tested_date")]
    [InlineData("""{"title":"t","next_test_date":"9999-12-31T00:00:00Z"}""", "next_test_date")]
    [InlineData("""{"title":"t","last_tested_date":"2026-02-01T00:00:00Z","next_test_date":"2026-01-01T00:00:00Z"}""", "next_test_date")]
    [InlineData("""{"title":"t","test_frequency_months":0}""", "test_frequency_months")]
    [InlineData("""{"title":"t","test_frequency_months":2147483647}""", "test_frequency_months")]
    [InlineData("""{"title":"t","owner_id":999999}""", "owner_id")]
    [InlineData("""{"title":"t","clause_ids":[999999]}""", "clause_ids")]
    [InlineData("""{"title":"t","control_ids":[999999]}""", "control_ids")]
    public async Task What_is_wrong_with_a_control_is_named(string body, string field) =>
        (await service.Admin.Post($"{Path}/{await service.Admin.AddRiskAsync()}/controls", body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);

    [Fact]
    public async Task Controls_go_with_their_risk_and_are_deleted_with_a_permission_of_their_own()
    {
        var risk = await service.Admin.AddRiskAsync();
        var control = $"{Path}/controls/{(await service.Admin.Post($"{Path}/{risk}/controls", new { title = "t" })).MustBe(HttpStatusCode.Created).Id}";
        var editor = await service.ClientWithPermissionsAsync("risk:read", "risk:delete", "risk_control:update");
        (await editor.Delete(control)).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("risk_control:delete");

        (await service.Admin.Delete($"{Path}/{risk}")).MustBe(HttpStatusCode.NoContent);

        (await service.Admin.Patch(control, new { title = "x" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Delete(control)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Get($"{Path}/{risk}/controls")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Post($"{Path}/{risk}/controls", new { title = "t" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}

[Trait("Needs", "Engine")]
public sealed class RiskAssessmentTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : RiskAssessmentTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class RiskAssessmentTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : RiskAssessmentTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
