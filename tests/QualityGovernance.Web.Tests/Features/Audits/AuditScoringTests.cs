using System.Net;
using System.Text.Json;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using static QualityGovernance.Web.Tests.Features.Audits.AuditCalls;

namespace QualityGovernance.Web.Tests.Features.Audits;

/// <summary>Figures worked out by hand.</summary>
[Trait("Needs", "Engine")]
public sealed class AuditScoringTests(ServiceUnderTest<OnPostgreSql> service) : IClassFixture<ServiceUnderTest<OnPostgreSql>>
{
    // Two sections of weights 1 and 3. Earned: yes 1 of 1, a rating 4 of 5, a choice 2 of 8, failed 0 of 1; what does not apply and what was left open count for nothing.
    [Theory]
    [InlineData("percentage", 46.0, 7.0, 15.0, 46.67, true)]
    [InlineData("percentage", 47.0, 7.0, 15.0, 46.67, false)]
    [InlineData("percentage", null, 7.0, 15.0, 46.67, null)]
    [InlineData("points", 7.0, 7.0, 15.0, 46.67, true)]
    [InlineData("points", 7.5, 7.0, 15.0, 46.67, false)]
    // The first section: (1*1 + 4*0.8) / 5 = 0.84; the second: (1*0.25 + 1*0) / 2 = 0.125; together (1*0.84 + 3*0.125) / 4.
    [InlineData("weighted", 30.0, 30.38, 100.0, 30.38, true)]
    [InlineData("weighted", 31.0, 30.38, 100.0, 30.38, false)]
    [InlineData("pass_fail", null, 1.0, 4.0, 25.0, false)]
    [InlineData("pass_fail", 25.0, 1.0, 4.0, 25.0, true)]
    public async Task An_audit_is_scored_by_the_method_of_its_template(string method, double? passing, double score, double most, double percentage, bool? passed)
    {
        var template = await service.NewTemplateAsync(new { name = "n", scoring_method = method, passing_score = passing });
        var (first, second) = (await service.NewSectionAsync(template), await service.NewSectionAsync(template, weight: 3));
        var yes = await service.NewQuestionAsync(template, first, "yes_no");
        var rating = await service.NewQuestionAsync(template, first, "rating", """{"weight":4}""");
        var choice = await service.NewQuestionAsync(template, second, "radio", """{"max_score":8,"options":[{"value":"a","label":"A","score":4},{"value":"b","label":"B","score":1}]}""");
        var failed = await service.NewQuestionAsync(template, second, "pass_fail");
        var notApplicable = await service.NewQuestionAsync(template, second, "yes_no", """{"allow_na":true}""");
        await service.NewQuestionAsync(template, second, "yes_no", """{"is_required":false}""");
        await service.NewQuestionAsync(template, second, "yes_no", """{"max_score":0,"is_required":false}""");
        await service.PublishAsync(template);
        var run = await service.StartedAsync(template);
        foreach (var (question, answer) in new[]
        {
            (yes, """{"response_bool":true}"""),
            (rating, """{"response_number":4}"""),
            (choice, """{"response_value":"b"}"""),
            (failed, """{"response_bool":false}"""),
            (notApplicable, """{"is_na":true}"""),
        })
            (await service.AnswerAsync(run, question, answer)).MustBe(HttpStatusCode.Created);

        var completed = (await service.CompleteAsync(run)).MustBe(HttpStatusCode.OK);

        (completed.Member("score").GetDouble(), completed.Member("max_score").GetDouble(), completed.Member("score_percentage").GetDouble()).ShouldBe((score, most, percentage));
        (completed.Member("passed").ValueKind == JsonValueKind.Null ? (bool?)null : completed.Member("passed").GetBoolean()).ShouldBe(passed);
    }

    [Theory]
    [InlineData("""[{"value":"a","label":"A","score":3},{"value":"b","label":"B","score":1}]""", """["a"]""", 3)]
    [InlineData("""[{"value":"a","label":"A","score":3},{"value":"b","label":"B","score":1}]""", """["a","b"]""", 4)]
    [InlineData("""[{"value":"a","label":"A","is_correct":true},{"value":"b","label":"B","is_correct":true},{"value":"c","label":"C"}]""", """["a","b"]""", 1)]
    [InlineData("""[{"value":"a","label":"A","is_correct":true},{"value":"b","label":"B","is_correct":true},{"value":"c","label":"C"}]""", """["a"]""", 0.5)]
    [InlineData("""[{"value":"a","label":"A","is_correct":true},{"value":"b","label":"B","is_correct":true},{"value":"c","label":"C"}]""", """["a","b","c"]""", 0.5)]
    [InlineData("""[{"value":"a","label":"A","is_correct":true},{"value":"b","label":"B"}]""", """["b"]""", 0)]
    public async Task Several_choices_are_scored_together(string options, string chosen, double score)
    {
        var (run, question) = await service.StartedWithAsync("checkbox", $$"""{"options":{{options}}}""");
        (await service.AnswerAsync(run, question, $$$"""{"response_json":{"values":{{{chosen}}}}}""")).MustBe(HttpStatusCode.Created).Member("score").GetDouble().ShouldBe(score);
    }

    [Theory]
    [InlineData("radio")]
    [InlineData("dropdown")]
    public async Task Where_one_is_chosen_any_right_choice_counts_all(string type)
    {
        var (run, question) = await service.StartedWithAsync(type, """{"options":[{"value":"a","label":"A","is_correct":true},{"value":"b","label":"B","is_correct":true},{"value":"c","label":"C"}]}""");
        var answer = (await service.AnswerAsync(run, question, """{"response_value":"a"}""")).MustBe(HttpStatusCode.Created);
        answer.Member("score").GetDouble().ShouldBe(1);
        (await service.Admin.Patch($"{Root}/responses/{answer.Id}", new { response_value = "b" })).Member("score").GetDouble().ShouldBe(1);
        (await service.Admin.Patch($"{Root}/responses/{answer.Id}", new { response_value = "c" })).Member("score").GetDouble().ShouldBe(0);
    }

    [Fact]
    public async Task The_good_answer_can_be_no()
    {
        var (run, question) = await service.StartedWithAsync("yes_no", """{"max_score":2,"options":[{"value":"yes","label":"Yes"},{"value":"no","label":"No","is_correct":true}]}""");
        (await service.AnswerAsync(run, question, """{"response_bool":false}""")).MustBe(HttpStatusCode.Created).Member("score").GetDouble().ShouldBe(2);
    }

    [Fact]
    public async Task An_audit_in_which_nothing_is_scored_has_no_score()
    {
        var (run, question) = await service.StartedWithAsync("text");
        (await service.AnswerAsync(run, question, """{"response_text":"fine"}""")).MustBe(HttpStatusCode.Created);
        var completed = (await service.CompleteAsync(run)).MustBe(HttpStatusCode.OK);
        foreach (var member in new[] { "score", "max_score", "score_percentage", "passed" }) completed.Member(member).ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
