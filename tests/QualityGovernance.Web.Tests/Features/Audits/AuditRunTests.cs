using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Audits.Runs;
using static QualityGovernance.Web.Tests.Features.Audits.AuditCalls;

namespace QualityGovernance.Web.Tests.Features.Audits;

public abstract class AuditRunTests(IServiceUnderTest service)
{
    private const string Runs = $"{Root}/runs";

    private const string Options = """ "options":[{"value":"a","label":"A"},{"value":"b","label":"B"}] """;

    [Fact]
    public async Task An_audit_is_scheduled_started_answered_and_completed_step_by_step()
    {
        var template = await service.NewTemplateAsync(new { name = "Fire safety", passing_score = 50 });
        var question = await service.NewQuestionAsync(template, await service.NewSectionAsync(template), "yes_no");
        (await service.Admin.Post(Runs, new { template_id = template })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("is a draft");
        await service.PublishAsync(template);

        var run = (await service.Admin.Post($"{Runs}/", new { template_id = template, title = "Hall 2", assigned_to_id = service.AdminId, scheduled_date = "2026-03-01T08:00:00", due_date = "2026-03-02T08:00:00+01:00", latitude = 48.2, longitude = 16.4 })).MustBe(HttpStatusCode.Created);
        run["reference_number"].ShouldMatch("^AUD-[0-9]{4}-[0-9]{4}$");
        (run["status"], run["scheduled_date"], run["due_date"], run.Member("template_version").GetInt32()).ShouldBe(("scheduled", "2026-03-01T08:00:00Z", "2026-03-02T07:00:00Z", 1));
        (await service.AnswerAsync(run.Id, question, """{"response_bool":true}""")).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("/start");
        (await service.CompleteAsync(run.Id)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("/start");
        (await service.Admin.Patch($"{Runs}/{run.Id}", new { status = "completed" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("in_progress, cancelled");

        (await service.Admin.Post($"{Runs}/{run.Id}/start/", null)).MustBe(HttpStatusCode.OK).Member("started_at").ValueKind.ShouldBe(JsonValueKind.String);
        (await service.Admin.Post($"{Runs}/{run.Id}/start", null)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("started already");
        (await service.Admin.Patch($"{Runs}/{run.Id}", new { status = "completed" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("/complete");
        var refused = (await service.CompleteAsync(run.Id)).MustBe(HttpStatusCode.Conflict);
        refused.Message.ShouldContain($"The question {question} is required and has no answer.");
        refused.Body.GetProperty("details").GetProperty("problems")[0].GetProperty("question_id").GetInt32().ShouldBe(question);
        (await service.Admin.Get($"{Runs}/{run.Id}")).Member("completion_percentage").GetDouble().ShouldBe(0);

        (await service.AnswerAsync(run.Id, question, """{"response_value":"yes","notes":"seen"}""")).MustBe(HttpStatusCode.Created).Member("score").GetDouble().ShouldBe(1);
        var completed = (await service.CompleteAsync(run.Id)).MustBe(HttpStatusCode.OK);
        (completed["status"], completed.Member("score_percentage").GetDouble(), completed.Member("passed").GetBoolean()).ShouldBe(("completed", 100, true));
        completed.Member("completed_at").ValueKind.ShouldBe(JsonValueKind.String);

        var detail = (await service.Admin.Get($"{Runs}/{run.Id}")).MustBe(HttpStatusCode.OK);
        (detail["template_name"], detail.Member("completion_percentage").GetDouble(), detail.Member("responses")[0].GetProperty("notes").GetString()).ShouldBe(("Fire safety", 100, "seen"));
        (await service.CompleteAsync(run.Id)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("final");
        (await service.Admin.Patch($"{Runs}/{run.Id}", new { notes = "later" })).MustBe(HttpStatusCode.Conflict);
        (await service.Admin.Patch($"{Root}/responses/{detail.Member("responses")[0].GetProperty("id").GetInt32()}", new { notes = "later" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("completed");
        (await service.Admin.Get($"{Runs}?status=completed&template_id={template}&assigned_to_id={service.AdminId}")).Items.Select(item => item.GetProperty("id").GetInt32()).ShouldBe([run.Id]);
        (await service.Admin.Get($"{Runs}?status=done")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["status"]);
    }

    [Theory]
    [InlineData("""{}""", "template_id")]
    [InlineData("""{"template_id":999999}""", "template_id")]
    [InlineData("""{"template_id":99999999999}""", "template_id")]
    [InlineData("""{"template_id":1,"assigned_to_id":999999}""", "assigned_to_id")]
    [InlineData("""{"template_id":1,"latitude":91,"longitude":0}""", "latitude")]
    [InlineData("""{"template_id":1,"latitude":1}""", "longitude")]
    [InlineData("""{"template_id":1,"scheduled_date":"0001-01-01T00:00:00Z"}""", "scheduled_date")]
    [InlineData("""{"template_id":1,"scheduled_date":"2026-02-01T00:00:00Z","due_date":"2026-01-01T00:00:00Z"}""", "due_date")]
    [InlineData("""{"template_id":1,"status":"completed"}""", "status")]
    public async Task What_is_wrong_with_an_audit_is_named_and_nothing_is_written(string body, string field)
    {
        var before = await service.InDatabaseAsync(db => db.Set<AuditRun>().CountAsync());
        (await service.Admin.Post(Runs, body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);
        (await service.InDatabaseAsync(db => db.Set<AuditRun>().CountAsync())).ShouldBe(before);
    }

    [Theory]
    [InlineData("text", """{"min_length":2,"max_length":4}""", """{"response_text":"four"}""", """{"response_text":"x"}""", "response_text")]
    [InlineData("textarea", "{}", """{"response_text":"long"}""", """{"response_value":"long"}""", "response_value")]
    [InlineData("number", """{"min_value":-5,"max_value":5,"decimal_places":1}""", """{"response_number":-0.3}""", """{"response_number":0.25}""", "response_number")]
    [InlineData("number", """{"max_value":5}""", """{"response_number":5}""", """{"response_number":5.1}""", "response_number")]
    [InlineData("checkbox", "{" + Options + "}", """{"response_json":{"values":["a","b"]}}""", """{"response_json":{"values":["a","c"]}}""", "response_json.values")]
    [InlineData("checkbox", "{" + Options + "}", """{"response_value":"a","response_json":{"values":["a"]}}""", """{"response_value":"a","response_json":{"values":["a","b"]}}""", "response_json.values")]
    [InlineData("radio", "{" + Options + "}", """{"response_value":"b"}""", """{"response_value":"B"}""", "response_value")]
    [InlineData("dropdown", "{" + Options + "}", """{"response_value":"b"}""", """{"response_text":"b"}""", "response_text")]
    [InlineData("date", "{}", """{"response_date":"2026-01-31"}""", """{"response_date":"3026-01-31"}""", "response_date")]
    [InlineData("datetime", "{}", """{"response_date":"2026-01-31T10:00:00Z"}""", """{"response_number":3}""", "response_number")]
    [InlineData("signature", "{}", """{"response_json":{"signature":"data:image/png;base64,AAAA"}}""", """{"response_bool":true}""", "response_bool")]
    [InlineData("photo", """{"evidence_requirements":{"allowed_types":["image/*"]}}""", """{"response_json":{"attachments":[{"type":"image/png","name":"exit"}]}}""", """{"response_json":{"attachments":[{"type":"text/html"}]}}""", "response_json.attachments")]
    [InlineData("file", """{"evidence_requirements":{"max_attachments":1}}""", """{"response_value":"plan.pdf"}""", """{"response_json":{"attachments":["a","b"]}}""", "response_json.attachments")]
    [InlineData("photo", """{"evidence_requirements":{"max_attachments":1}}""", """{"response_value":"plan.png"}""", """{"response_value":"plan.png","response_json":{"attachments":["a"]}}""", "response_value")]
    [InlineData("rating", "{}", """{"response_number":5}""", """{"response_number":4.5}""", "response_number")]
    [InlineData("yes_no", "{}", """{"response_bool":false}""", """{"response_bool":true,"response_value":"no"}""", "response_bool")]
    [InlineData("pass_fail", "{}", """{"response_value":"fail"}""", """{"response_value":"yes"}""", "response_value")]
    [InlineData("score", """{"max_score":20}""", """{"response_number":20}""", """{"response_number":20.5}""", "response_number")]
    [InlineData("text", """{"allow_na":true}""", """{"is_na":true}""", """{"is_na":true,"response_text":"x"}""", "is_na")]
    [InlineData("text", """{"max_score":3}""", """{"response_text":"x","score":3}""", """{"response_text":"x","score":3.5}""", "score")]
    [InlineData("yes_no", "{}", """{"response_bool":true,"score":1}""", """{"response_bool":false,"score":1}""", "score")]
    [InlineData("text", "{}", """{"response_json":{"mine":{"own":[1]}}}""", """{"response_json":[1]}""", "response_json")]
    [InlineData("text", """{"allow_na":true}""", """{"is_na":true,"response_json":{"mine":1}}""", """{"is_na":true,"response_json":"mine"}""", "response_json")]
    [InlineData("text", "{}", """{"notes":"no answer yet"}""", """{"is_na":true}""", "is_na")]
    public async Task An_answer_is_checked_by_the_type_of_its_question(string type, string more, string right, string wrong, string field)
    {
        var (run, question) = await service.StartedWithAsync(type, more);

        (await service.AnswerAsync(run, question, wrong)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);
        var answer = (await service.AnswerAsync(run, question, right)).MustBe(HttpStatusCode.Created);
        (await service.Admin.Patch($"{Root}/responses/{answer.Id}", wrong)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldContain(field);

        (await service.Admin.Get($"{Runs}/{run}")).Member("responses")[0].GetRawText().ShouldBe(answer.Text);
    }

    [Fact]
    public async Task A_question_is_answered_once_corrected_and_only_where_it_is_asked()
    {
        var (run, question) = await service.StartedWithAsync("yes_no", """{"allow_na":true}""");
        var (other, foreign) = await service.StartedWithAsync("yes_no");

        (await service.AnswerAsync(run, foreign, """{"response_bool":true}""")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["question_id"]);
        (await service.AnswerAsync(999999, question, """{"response_bool":true}""")).MustBe(HttpStatusCode.NotFound);
        var answer = (await service.AnswerAsync(run, question, """{"response_bool":true}""")).MustBe(HttpStatusCode.Created);
        (await service.AnswerAsync(run, question, """{"response_bool":true}""")).MustBe(HttpStatusCode.Conflict).Message.ShouldContain($"/responses/{answer.Id}");

        (await service.Admin.Patch($"{Root}/responses/{answer.Id}", new { response_bool = false })).MustBe(HttpStatusCode.OK).Member("score").GetDouble().ShouldBe(0);
        (await service.Admin.Patch($"{Root}/responses/{answer.Id}", new { is_na = true })).MustBe(HttpStatusCode.OK).Member("score").ValueKind.ShouldBe(JsonValueKind.Null);
        (await service.Admin.Patch($"{Root}/responses/{answer.Id}", new { response_bool = true })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["is_na"]);
        (await service.Admin.Patch($"{Root}/responses/{answer.Id}", new { is_na = false, response_bool = true })).MustBe(HttpStatusCode.OK).Member("score").GetDouble().ShouldBe(1);
        (await service.Admin.Patch($"{Root}/responses/999999", new { notes = "n" })).MustBe(HttpStatusCode.NotFound);
        (await service.Admin.Get($"{Runs}/{other}")).Member("responses").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_choice_that_is_corrected_in_another_form_is_the_new_one()
    {
        var (run, question) = await service.StartedWithAsync("checkbox", """{"options":[{"value":"a","label":"A","score":1},{"value":"b","label":"B","score":2}]}""");
        var choice = (await service.AnswerAsync(run, question, """{"response_value":"a","response_json":{"mine":1}}""")).MustBe(HttpStatusCode.Created);
        var several = (await service.Admin.Patch($"{Root}/responses/{choice.Id}", """{"response_json":{"mine":1,"values":["a","b"]}}""")).MustBe(HttpStatusCode.OK);
        (several["response_value"], several.Member("score").GetDouble()).ShouldBe((null, 3));
        var one = (await service.Admin.Patch($"{Root}/responses/{choice.Id}", new { response_value = "b" })).MustBe(HttpStatusCode.OK);
        (one.Member("response_json").GetRawText(), one.Member("score").GetDouble()).ShouldBe(("""{"mine":1}""", 2));

        (run, question) = await service.StartedWithAsync("yes_no");
        var way = (await service.AnswerAsync(run, question, """{"response_bool":true}""")).MustBe(HttpStatusCode.Created);
        var no = (await service.Admin.Patch($"{Root}/responses/{way.Id}", new { response_value = "no" })).MustBe(HttpStatusCode.OK);
        (no.Member("response_bool").ValueKind, no.Member("score").GetDouble()).ShouldBe((JsonValueKind.Null, 0));
        var yes = (await service.Admin.Patch($"{Root}/responses/{way.Id}", new { response_bool = true })).MustBe(HttpStatusCode.OK);
        (yes["response_value"], yes.Member("score").GetDouble()).ShouldBe((null, 1));
    }

    [Fact]
    public async Task Of_many_who_answer_a_question_at_once_one_comes_first_and_the_others_are_told()
    {
        var (run, question) = await service.StartedWithAsync("yes_no");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.AnswerAsync(run, question, """{"response_bool":true}""")));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(7);
        (await service.Admin.Get($"{Runs}/{run}")).Member("responses").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task What_a_template_and_its_questions_require_is_there_before_an_audit_is_completed()
    {
        var template = await service.NewTemplateAsync(new { name = "n", require_gps = true, require_signature = true });
        var section = await service.NewSectionAsync(template);
        var signature = await service.NewQuestionAsync(template, section, "signature", """{"is_required":false}""");
        var photo = await service.NewQuestionAsync(template, section, "photo", """{"evidence_requirements":{"min_attachments":2}}""");
        var judged = await service.NewQuestionAsync(template, section, "text", """{"max_score":5,"evidence_requirements":{"require_photo":true}}""");
        await service.PublishAsync(template);
        var run = await service.StartedAsync(template);
        var seen = await service.AnswerAsync(run, photo, """{"response_value":"one.jpg"}""");
        var said = await service.AnswerAsync(run, judged, """{"response_text":"fine","response_json":{"attachments":[{"type":"text/plain"}]}}""");

        var message = (await service.CompleteAsync(run)).MustBe(HttpStatusCode.Conflict).Message;
        foreach (var part in new[] { "latitude", "signature", $"{photo} needs 2 attachments and has 1", $"{judged} needs a score from 0 to 5", $"{judged} needs a photo" }) message.ShouldContain(part);

        (await service.Admin.Patch($"{Runs}/{run}", new { latitude = 0, longitude = 0 })).MustBe(HttpStatusCode.OK);
        (await service.Admin.Patch($"{Root}/responses/{seen.Id}", """{"response_json":{"attachments":["two.jpg"]}}""")).MustBe(HttpStatusCode.OK);
        (await service.Admin.Patch($"{Root}/responses/{said.Id}", """{"score":4,"response_json":{"attachments":[{"type":"image/jpeg"}]}}""")).MustBe(HttpStatusCode.OK);
        (await service.CompleteAsync(run)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("signature");
        (await service.AnswerAsync(run, signature, """{"response_value":"J. Doe"}""")).MustBe(HttpStatusCode.Created);
        (await service.CompleteAsync(run)).MustBe(HttpStatusCode.OK).Member("score").GetDouble().ShouldBe(4);
    }

    [Fact]
    public async Task Conditions_decide_what_is_asked_and_what_must_be_answered()
    {
        var template = await service.NewTemplateAsync();
        var section = await service.NewSectionAsync(template);
        var leak = await service.NewQuestionAsync(template, section, "yes_no");
        var litres = await service.NewQuestionAsync(template, section, "number", Depending(leak, "equals", "\"yes\"", "show"));
        var report = await service.NewQuestionAsync(template, section, "text", """{"is_required":false,"conditional_logic":[""" + Rule(litres, "greater_than", "10", "require") + "," + Rule(litres, "is_empty", "null", "hide") + "]}");
        await service.PublishAsync(template);

        var dry = await service.StartedAsync(template);
        (await service.AnswerAsync(dry, leak, """{"response_bool":false}""")).MustBe(HttpStatusCode.Created);
        // An answer to what is not asked counts for nothing.
        (await service.AnswerAsync(dry, litres, """{"response_number":50}""")).MustBe(HttpStatusCode.Created);
        (await service.Admin.Get($"{Runs}/{dry}")).Member("completion_percentage").GetDouble().ShouldBe(100);
        (await service.CompleteAsync(dry)).MustBe(HttpStatusCode.OK);

        var wet = await service.StartedAsync(template);
        (await service.AnswerAsync(wet, leak, """{"response_bool":true}""")).MustBe(HttpStatusCode.Created);
        (await service.CompleteAsync(wet)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain($"The question {litres} is required");
        var answer = (await service.AnswerAsync(wet, litres, """{"response_number":11}""")).MustBe(HttpStatusCode.Created);
        (await service.CompleteAsync(wet)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain($"The question {report} is required");
        (await service.Admin.Get($"{Runs}/{wet}")).Member("completion_percentage").GetDouble().ShouldBe(66.67);
        (await service.Admin.Patch($"{Root}/responses/{answer.Id}", new { response_number = 10 })).MustBe(HttpStatusCode.OK);
        (await service.CompleteAsync(wet)).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_audit_that_needs_approval_waits_for_somebody_who_may_give_it()
    {
        var (run, question) = await service.StartedWithAsync("yes_no", template: new { name = "n", require_approval = true });
        (await service.AnswerAsync(run, question, """{"response_bool":true}""")).MustBe(HttpStatusCode.Created);
        var handedIn = (await service.CompleteAsync(run)).MustBe(HttpStatusCode.OK);
        (handedIn["status"], handedIn.Member("score").GetDouble(), handedIn.Member("completed_at").ValueKind).ShouldBe(("pending_review", 1, JsonValueKind.Null));
        (await service.CompleteAsync(run)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("waits for its review");
        (await service.AnswerAsync(run, question, """{"response_bool":false}""")).MustBe(HttpStatusCode.Conflict);

        var editor = await service.ClientWithPermissionsAsync("audit_run:update");
        (await editor.Patch($"{Runs}/{run}", new { status = "completed" })).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("audit_run:approve");
        (await editor.Patch($"{Runs}/{run}", new { status = "in_progress" })).MustBe(HttpStatusCode.OK).Member("score").ValueKind.ShouldBe(JsonValueKind.Null);
        (await service.CompleteAsync(run)).MustBe(HttpStatusCode.OK);

        var approver = await service.ClientWithPermissionsAsync("audit_run:update", "audit_run:approve");
        var completed = (await approver.Patch($"{Runs}/{run}", new { status = "completed" })).MustBe(HttpStatusCode.OK);
        (completed["status"], completed.Member("score").GetDouble()).ShouldBe(("completed", 1));
        (await service.Admin.Patch($"{Runs}/{run}", new { status = "cancelled" })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("final");
    }

    [Fact]
    public async Task Nobody_approves_an_audit_that_they_have_carried_out_or_handed_in()
    {
        var auditorId = await service.AddUserAsync(permissions: ["audit_run:update", "audit_run:approve"]);
        var (auditor, other) = (service.ClientOf(auditorId), await service.ClientWithPermissionsAsync("audit_run:update", "audit_run:approve"));
        var (run, question) = await service.StartedWithAsync("yes_no", template: new { name = "n", require_approval = true });
        (await service.AnswerAsync(run, question, """{"response_bool":true}""")).MustBe(HttpStatusCode.Created);
        (await service.CompleteAsync(run)).MustBe(HttpStatusCode.OK);

        // Nobody is assigned: it is the audit of who created it.
        (await service.Admin.Patch($"{Runs}/{run}", new { status = "completed" })).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("Nobody approves an audit");
        (await service.Admin.Patch($"{Runs}/{run}", new { assigned_to_id = auditorId })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("under review");
        (await service.Admin.Patch($"{Runs}/{run}", new { assigned_to_id = auditorId, status = "completed" })).MustBe(HttpStatusCode.Forbidden);
        (await service.Admin.Patch($"{Runs}/{run}", new { assigned_to_id = auditorId, status = "in_progress" })).MustBe(HttpStatusCode.OK);
        (await service.CompleteAsync(run)).MustBe(HttpStatusCode.OK);

        // The auditor, and who handed it in.
        foreach (var own in new[] { auditor, service.Admin }) (await own.Patch($"{Runs}/{run}", new { status = "completed" })).MustBe(HttpStatusCode.Forbidden);
        (await service.Admin.Get($"{Runs}/{run}"))["status"].ShouldBe("pending_review");
        (await other.Patch($"{Runs}/{run}", new { status = "completed", notes = "Seen on the spot" })).MustBe(HttpStatusCode.OK)["notes"].ShouldBe("Seen on the spot");
    }

    private static string Depending(int source, string asked, string value, string action) => $$"""{"conditional_logic":[{{Rule(source, asked, value, action)}}]}""";

    private static string Rule(int source, string asked, string value, string action) =>
        $$"""{"source_question_id":{{source}},"operator":"{{asked}}","value":{{value}},"action":"{{action}}"}""";
}

[Trait("Needs", "Engine")]
public sealed class AuditRunTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : AuditRunTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class AuditRunTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : AuditRunTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
