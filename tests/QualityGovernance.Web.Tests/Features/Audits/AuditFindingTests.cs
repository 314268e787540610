using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Audits.Findings;
using QualityGovernance.Web.Features.Audits.Templates;
using static QualityGovernance.Web.Tests.Features.Audits.AuditCalls;

namespace QualityGovernance.Web.Tests.Features.Audits;

public abstract class AuditFindingTests(IServiceUnderTest service)
{
    private const string Triggering = """
        {"options":[{"value":"no","label":"Blocked","triggers_finding":true,"finding_severity":"critical"},{"value":"yes","label":"Free"}],"allow_na":true}
        """;

    [Fact]
    public async Task A_finding_is_recorded_and_followed_up_until_it_is_closed()
    {
        var (run, question) = await service.StartedWithAsync("yes_no");
        var created = (await service.Admin.Post($"{Root}/runs/{run}/findings/", new { title = "Exit blocked", description = "By pallets", question_id = question, severity = "high", corrective_action_due_date = "2027-01-01" })).MustBe(HttpStatusCode.Created);
        created["reference_number"].ShouldMatch("^FND-[0-9]{4}-[0-9]{4}$");
        (created["status"], created["finding_type"], created["severity"], created.Member("run_id").GetInt32()).ShouldBe(("open", "nonconformity", "high", run));
        var address = $"{Root}/findings/{created.Id}";

        (await service.Admin.Patch(address, new { status = "closed" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("in_progress, deferred");
        (await service.Admin.Patch(address, new { status = "closed", corrective_action_required = false })).MustBe(HttpStatusCode.Conflict);
        foreach (var status in new[] { "deferred", "in_progress", "pending_verification", "in_progress", "pending_verification", "closed" })
            (await service.Admin.Patch(address, new { status })).MustBe(HttpStatusCode.OK)["status"].ShouldBe(status);
        (await service.Admin.Patch(address, new { title = "Other" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("closed");
        (await service.Admin.Patch(address, new { status = "open", title = "Again" })).MustBe(HttpStatusCode.OK)["title"].ShouldBe("Again");

        (await service.Admin.Get($"{Root}/findings?run_id={run}&status=open&severity=high")).Items.Select(item => item.GetProperty("id").GetInt32()).ShouldBe([created.Id]);
        (await service.Admin.Get($"{Root}/findings?run_id={run}&status=closed")).Total.ShouldBe(0);
        (await service.Admin.Get($"{Root}/findings?severity=dire")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["severity"]);
        (await service.Admin.Get($"{Root}/runs/{run}")).Member("findings")[0].GetProperty("id").GetInt32().ShouldBe(created.Id);
    }

    [Fact]
    public async Task What_is_only_noted_is_closed_at_once()
    {
        var (run, _) = await service.StartedWithAsync("yes_no");
        var noted = (await service.Admin.Post($"{Root}/runs/{run}/findings", new { title = "Well kept", description = "d", finding_type = "positive", severity = "observation", corrective_action_required = false })).MustBe(HttpStatusCode.Created);
        (await service.Admin.Patch($"{Root}/findings/{noted.Id}", new { status = "closed" })).MustBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{"description":"d"}""", "title")]
    [InlineData("""{"title":"t","description":""}""", "description")]
    [InlineData("""{"title":"t","description":"d","severity":"dire"}""", "severity")]
    [InlineData("""{"title":"t","description":"d","finding_type":"rumour"}""", "finding_type")]
    [InlineData("""{"title":"t","description":"d","question_id":999999}""", "question_id")]
    [InlineData("""{"title":"t","description":"d","clause_ids":[999999]}""", "clause_ids")]
    [InlineData("""{"title":"t","description":"d","control_ids":[999999]}""", "control_ids")]
    [InlineData("""{"title":"t","description":"d","risk_ids":[999999]}""", "risk_ids")]
    [InlineData("""{"title":"t","description":"d","corrective_action_due_date":"9999-01-01"}""", "corrective_action_due_date")]
    public async Task What_is_wrong_with_a_finding_is_named_and_nothing_is_written(string body, string field)
    {
        var (run, _) = await service.StartedWithAsync("yes_no");
        (await service.Admin.Post($"{Root}/runs/{run}/findings", body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);
        (await service.Admin.Get($"{Root}/findings?run_id={run}")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task An_audit_that_was_not_carried_out_has_found_nothing()
    {
        var (run, _) = await service.StartedWithAsync("yes_no");
        (await service.Admin.Patch($"{Root}/runs/{run}", new { status = "cancelled" })).MustBe(HttpStatusCode.OK);
        (await service.Admin.Post($"{Root}/runs/{run}/findings", new { title = "t", description = "d" })).MustBe(HttpStatusCode.Conflict);
        (await service.Admin.Post($"{Root}/runs/999999/findings", new { title = "t", description = "d" })).MustBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Answers_that_trigger_findings_make_them_when_the_audit_is_completed()
    {
        var (run, question) = await service.StartedWithAsync("yes_no", Triggering);
        await LinkAsync(question);
        (await service.AnswerAsync(run, question, """{"response_bool":false,"notes":"Gate 3"}""")).MustBe(HttpStatusCode.Created);
        (await service.Admin.Get($"{Root}/findings?run_id={run}")).Total.ShouldBe(0);

        (await service.CompleteAsync(run)).MustBe(HttpStatusCode.OK);

        var finding = (await service.Admin.Get($"{Root}/findings?run_id={run}")).Items.Single();
        (finding.GetProperty("severity").GetString(), finding.GetProperty("finding_type").GetString(), finding.GetProperty("question_id").GetInt32()).ShouldBe(("critical", "nonconformity", question));
        finding.GetProperty("description").GetString()!.ShouldEndWith("Answer: Blocked\nNotes: Gate 3");
        (finding.GetProperty("clause_ids").GetRawText(), finding.GetProperty("control_ids").GetRawText()).ShouldBe(("[3,1]", "[2]"));
        finding.GetProperty("reference_number").GetString()!.ShouldStartWith("FND-");
    }

    [Theory]
    [InlineData("""{"response_bool":true}""", true, 0)]
    [InlineData("""{"is_na":true}""", true, 0)]
    [InlineData("""{"response_bool":false}""", false, 0)]
    [InlineData("""{"response_bool":false}""", true, 1)]
    public async Task No_other_answer_makes_a_finding(string answer, bool automatic, int findings)
    {
        var (run, question) = await service.StartedWithAsync("yes_no", Triggering, new { name = "n", auto_create_findings = automatic });
        (await service.AnswerAsync(run, question, answer)).MustBe(HttpStatusCode.Created);
        (await service.CompleteAsync(run)).MustBe(HttpStatusCode.OK);
        (await service.Admin.Get($"{Root}/findings?run_id={run}")).Total.ShouldBe(findings);
    }

    [Fact]
    public async Task A_finding_recorded_by_hand_stands_for_the_one_its_question_would_make()
    {
        var (run, question) = await service.StartedWithAsync("yes_no", Triggering);
        (await service.AnswerAsync(run, question, """{"response_bool":false}""")).MustBe(HttpStatusCode.Created);
        (await service.Admin.Post($"{Root}/runs/{run}/findings", new { title = "By hand", description = "d", question_id = question })).MustBe(HttpStatusCode.Created);
        (await service.CompleteAsync(run)).MustBe(HttpStatusCode.OK);
        (await service.Admin.Get($"{Root}/findings?run_id={run}")).Items.Single().GetProperty("title").GetString().ShouldBe("By hand");
    }

    [Fact]
    public async Task Clauses_controls_and_risks_of_a_finding_are_read_as_they_were_stored()
    {
        var (run, question) = await service.StartedWithAsync("yes_no");
        var finding = (await service.Admin.Post($"{Root}/runs/{run}/findings", new { title = "t", description = "d" })).MustBe(HttpStatusCode.Created);
        finding.Member("clause_ids").ValueKind.ShouldBe(JsonValueKind.Null);
        await service.InDatabaseAsync(async db =>
        {
            var stored = await db.Set<AuditFinding>().SingleAsync(candidate => candidate.Id == finding.Id);
            (stored.ClauseIds, stored.ControlIds, stored.RiskIds) = ([4, 2], [9], []);
            return await db.SaveChangesAsync();
        });

        // What is linked already stays, whatever became of it; what is new must be there.
        var changed = (await service.Admin.Patch($"{Root}/findings/{finding.Id}", new { title = "other", clause_ids = new[] { 2 } })).MustBe(HttpStatusCode.OK);
        (changed.Member("clause_ids").GetRawText(), changed.Member("control_ids").GetRawText(), changed.Member("risk_ids").GetRawText()).ShouldBe(("[2]", "[9]", "[]"));
        (await service.Admin.Get($"{Root}/runs/{run}")).Member("findings")[0].GetRawText().ShouldBe(changed.Text);
        (await service.Admin.Patch($"{Root}/findings/{finding.Id}", new { clause_ids = new[] { 2, 999999 } })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["clause_ids"]);

        await LinkAsync(question);
        var template = (await service.Admin.Get($"{Root}/runs/{run}")).Member("template_id").GetInt32();
        (await service.Admin.Get($"{Root}/templates/{template}")).Member("sections")[0].GetProperty("questions")[0].GetProperty("clause_ids").GetRawText().ShouldBe("[3,1]");
    }

    /// <summary>As if the records that another module keeps were there.</summary>
    private Task<int> LinkAsync(int question) => service.InDatabaseAsync(async db =>
    {
        var stored = await db.Set<AuditQuestion>().SingleAsync(candidate => candidate.Id == question);
        (stored.ClauseIds, stored.ControlIds) = ([3, 1], [2]);
        return await db.SaveChangesAsync();
    });
}

[Trait("Needs", "Engine")]
public sealed class AuditFindingTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : AuditFindingTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class AuditFindingTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : AuditFindingTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
