using System.Net;
using System.Text.Json;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using static QualityGovernance.Web.Tests.Features.Audits.AuditCalls;

namespace QualityGovernance.Web.Tests.Features.Audits;

public abstract class AuditQuestionTests(IServiceUnderTest service)
{
    private const string TwoOptions = """ "options":[{"value":"a","label":"A"},{"value":"b","label":"B"}] """;

    [Theory]
    [InlineData("text", """{"min_length":1,"max_length":5}""")]
    [InlineData("textarea", """{"max_length":20000}""")]
    [InlineData("number", """{"min_value":-5,"max_value":5,"decimal_places":2}""")]
    [InlineData("checkbox", "{" + TwoOptions + "}")]
    [InlineData("radio", "{" + TwoOptions + "}")]
    [InlineData("dropdown", "{" + TwoOptions + "}")]
    [InlineData("date", "{}")]
    [InlineData("datetime", "{}")]
    [InlineData("signature", "{}")]
    [InlineData("photo", """{"evidence_requirements":{"min_attachments":1}}""")]
    [InlineData("file", "{}")]
    [InlineData("rating", """{"min_value":1,"max_value":10}""")]
    [InlineData("yes_no", """{"options":[{"value":"no","label":"No","triggers_finding":true,"finding_severity":"critical"}]}""")]
    [InlineData("pass_fail", "{}")]
    [InlineData("score", """{"max_score":20,"decimal_places":1}""")]
    public async Task Every_type_of_question_is_stored_and_read_back(string type, string more)
    {
        var template = await service.NewTemplateAsync();
        var created = (await service.TryQuestionAsync(template, await service.NewSectionAsync(template), type, more)).MustBe(HttpStatusCode.Created);
        created["question_type"].ShouldBe(type);

        var read = (await service.Admin.Get($"{Root}/templates/{template}")).Member("sections")[0].GetProperty("questions")[0];
        read.GetRawText().ShouldBe(created.Text);
    }

    [Theory]
    [InlineData("haiku", "{}", "question_type")]
    [InlineData("text", """{"question_text":" "}""", "question_text")]
    [InlineData("text", """{"section_id":999999}""", "section_id")]
    [InlineData("text", """{"clause_ids":[999999]}""", "clause_ids")]
    [InlineData("text", """{"control_ids":[999999]}""", "control_ids")]
    [InlineData("text", """{"weight":-1}""", "weight")]
    [InlineData("text", """{"max_score":1e300}""", "max_score")]
    [InlineData("text", """{"sort_order":99999999999}""", "sort_order")]
    [InlineData("text", """{"min_length":5,"max_length":4}""", "max_length")]
    [InlineData("text", """{"min_value":1}""", "min_value")]
    [InlineData("text", "{" + TwoOptions + "}", "options")]
    [InlineData("number", """{"min_length":1}""", "min_length")]
    [InlineData("number", """{"decimal_places":7}""", "decimal_places")]
    [InlineData("number", """{"min_value":5,"max_value":5}""", "max_value")]
    [InlineData("rating", """{"max_value":4.5}""", "max_value")]
    [InlineData("rating", """{"min_value":-1}""", "min_value")]
    [InlineData("radio", "{}", "options")]
    [InlineData("radio", """{"options":[{"value":"a","label":"A"},{"value":"a","label":"B"}]}""", "options")]
    [InlineData("radio", """{"options":[{"value":"a","label":"A"},null]}""", "options[1]")]
    [InlineData("radio", """{"options":[{"value":"a"},{"value":"b","label":"B"}]}""", "options[0].label")]
    [InlineData("radio", """{"options":[{"value":"a","label":"A","score":-1},{"value":"b","label":"B"}]}""", "options[0].score")]
    [InlineData("radio", """{"options":[{"value":"a","label":"A","finding_severity":"low"},{"value":"b","label":"B"}]}""", "options[0].finding_severity")]
    [InlineData("radio", """{"options":[{"value":"a","label":"A","triggers_finding":true,"finding_severity":"awful"},{"value":"b","label":"B"}]}""", "options[0].finding_severity")]
    [InlineData("yes_no", """{"options":[{"value":"maybe","label":"Maybe"}]}""", "options[0].value")]
    [InlineData("photo", """{"evidence_requirements":{"min_attachments":3,"max_attachments":2}}""", "evidence_requirements.max_attachments")]
    [InlineData("text", """{"conditional_logic":[{"operator":"equals","action":"show","value":1}]}""", "conditional_logic[0].source_question_id")]
    [InlineData("text", """{"conditional_logic":[{"source_question_id":999999,"operator":"is_empty","action":"show"}]}""", "conditional_logic[0].source_question_id")]
    [InlineData("text", """{"conditional_logic":[{"source_question_id":1,"operator":"resembles","action":"show"}]}""", "conditional_logic[0].operator")]
    [InlineData("text", """{"conditional_logic":[{"source_question_id":1,"operator":"equals","action":"explode"}]}""", "conditional_logic[0].action")]
    [InlineData("text", """{"conditional_logic":[{"source_question_id":1,"operator":"equals","action":"show","value":{"a":1}}]}""", "conditional_logic[0].value")]
    public async Task What_is_wrong_with_a_question_is_named_and_nothing_is_written(string type, string more, string field)
    {
        var template = await service.NewTemplateAsync();
        (await service.TryQuestionAsync(template, null, type, more)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);
        (await service.Admin.Get($"{Root}/templates/{template}")).Member("question_count").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"question_text":null}""", "question_text")]
    [InlineData("""{"question_type":null}""", "question_type")]
    [InlineData("""{"is_active":null}""", "is_active")]
    [InlineData("""{"question_type":"radio"}""", "options")]
    [InlineData("""{"options":"x"}""", "options")]
    [InlineData("""{"options":[{"value":1}]}""", "options")]
    [InlineData("""{"evidence_requirements":{"surprise":1}}""", "evidence_requirements")]
    [InlineData("""{"clause_ids":[1e400]}""", "clause_ids")]
    [InlineData("""{"template_id":1}""", "template_id")]
    public async Task What_is_wrong_with_a_change_is_named_and_nothing_is_written(string body, string field)
    {
        var template = await service.NewTemplateAsync();
        var question = await service.NewQuestionAsync(template, await service.NewSectionAsync(template), "text");
        var before = (await service.Admin.Get($"{Root}/templates/{template}")).Text;

        (await service.Admin.Patch($"{Root}/questions/{question}", body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.Single().ShouldStartWith(field);

        (await service.Admin.Get($"{Root}/templates/{template}")).Text.ShouldBe(before);
    }

    [Theory]
    [InlineData("number", "greater_than", "5", null)]
    [InlineData("number", "equals", "\"5\"", "value")]
    [InlineData("number", "contains", "5", "operator")]
    [InlineData("date", "less_than", "\"2026-01-01\"", null)]
    [InlineData("date", "less_than", "\"soon\"", "value")]
    [InlineData("yes_no", "equals", "true", null)]
    [InlineData("yes_no", "equals", "\"no\"", null)]
    [InlineData("yes_no", "equals", "\"maybe\"", "value")]
    [InlineData("text", "contains", "\"fire\"", null)]
    [InlineData("text", "greater_than", "1", "operator")]
    [InlineData("photo", "is_not_empty", "null", null)]
    [InlineData("photo", "equals", "\"x\"", "operator")]
    [InlineData("photo", "is_empty", "\"x\"", "value")]
    public async Task A_condition_asks_what_its_source_can_answer(string sourceType, string asked, string value, string? wrong)
    {
        var template = await service.NewTemplateAsync();
        var source = await service.NewQuestionAsync(template, null, sourceType);
        var answer = await service.TryQuestionAsync(template, null, "text", $$"""{"conditional_logic":[{"source_question_id":{{source}},"operator":"{{asked}}","action":"show","value":{{value}}}]}""");
        if (wrong is null) answer.MustBe(HttpStatusCode.Created);
        else answer.MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([$"conditional_logic[0].{wrong}"]);
    }

    [Fact]
    public async Task The_audit_trail_shows_options_as_they_were_sent()
    {
        var template = await service.NewTemplateAsync();
        var question = await service.NewQuestionAsync(template, null, "yes_no", """{"options":[{"value":"no","label":"No","triggers_finding":true,"finding_severity":"low"}]}""");

        var entry = (await service.Admin.Get($"/api/v1/audit-trail?entity_type=audit_question&entity_id={question}")).MustBe(HttpStatusCode.OK).Items.Single();

        entry.GetProperty("after").GetProperty("question_type").GetString().ShouldBe("yes_no");
        entry.GetProperty("after").GetProperty("options").GetString()!.ShouldContain("\"triggers_finding\":true,\"finding_severity\":\"low\"");
    }

    [Fact]
    public async Task Conditions_run_in_no_circle_and_name_no_question_of_another_template()
    {
        var template = await service.NewTemplateAsync();
        var first = await service.NewQuestionAsync(template, null, "yes_no");
        var second = await service.NewQuestionAsync(template, null, "yes_no", Depending(first));
        var foreign = await service.NewQuestionAsync(await service.NewTemplateAsync(), null, "yes_no");

        foreach (var source in new[] { first, second, foreign })
        {
            (await service.Admin.Patch($"{Root}/questions/{first}", Depending(source))).MustBe(HttpStatusCode.UnprocessableEntity)
                .WrongFields.ShouldBe(["conditional_logic[0].source_question_id"]);
        }

        (await service.Admin.Delete($"{Root}/questions/{first}")).MustBe(HttpStatusCode.Conflict).Message.ShouldContain($"{second}");
        (await service.Admin.Patch($"{Root}/questions/{second}", """{"conditional_logic":null}""")).MustBe(HttpStatusCode.OK).Member("conditional_logic").ValueKind.ShouldBe(JsonValueKind.Null);
        (await service.Admin.Delete($"{Root}/questions/{first}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Delete($"{Root}/questions/{first}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_template_whose_conditions_no_longer_fit_is_not_published()
    {
        var template = await service.NewTemplateAsync();
        var section = await service.NewSectionAsync(template);
        var source = await service.NewQuestionAsync(template, section, "yes_no");
        await service.NewQuestionAsync(template, section, "text", Depending(source));

        (await service.Admin.Patch($"{Root}/questions/{source}", new { question_type = "number" })).MustBe(HttpStatusCode.OK);
        (await service.Admin.Post($"{Root}/templates/{template}/publish", null)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("does not fit");
        (await service.Admin.Patch($"{Root}/questions/{source}", new { question_type = "pass_fail", is_active = false })).MustBe(HttpStatusCode.OK);
        (await service.Admin.Post($"{Root}/templates/{template}/publish", null)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("is not asked");
    }

    [Fact]
    public async Task A_section_is_changed_and_deleted_with_its_questions()
    {
        var template = await service.NewTemplateAsync();
        var section = (await service.Admin.Post($"{Root}/templates/{template}/sections/", new { title = "t", is_repeatable = true, max_repeats = 3 })).MustBe(HttpStatusCode.Created);
        await service.NewQuestionAsync(template, section.Id, "text");

        var changed = (await service.Admin.Patch($"{Root}/sections/{section.Id}", new { description = "d", weight = 0, is_active = false })).MustBe(HttpStatusCode.OK);
        (changed["title"], changed["description"], changed.Member("max_repeats").GetInt32(), changed.Member("is_active").GetBoolean()).ShouldBe(("t", "d", 3, false));
        changed.Member("questions").GetArrayLength().ShouldBe(1);
        (await service.Admin.Patch($"{Root}/sections/{section.Id}", new { is_repeatable = false })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["max_repeats"]);
        (await service.Admin.Patch($"{Root}/sections/{section.Id}", """{"title":null}""")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["title"]);

        (await service.Admin.Delete($"{Root}/sections/{section.Id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Get($"{Root}/templates/{template}")).Member("question_count").GetInt32().ShouldBe(0);
    }

    private static string Depending(int source) => $$"""{"conditional_logic":[{"source_question_id":{{source}},"operator":"equals","value":"yes","action":"show"}]}""";
}

[Trait("Needs", "Engine")]
public sealed class AuditQuestionTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : AuditQuestionTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class AuditQuestionTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : AuditQuestionTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
