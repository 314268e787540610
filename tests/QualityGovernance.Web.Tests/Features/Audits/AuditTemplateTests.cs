using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Audits.Templates;
using static QualityGovernance.Web.Tests.Features.Audits.AuditCalls;

namespace QualityGovernance.Web.Tests.Features.Audits;

public abstract class AuditTemplateTests(IServiceUnderTest service)
{
    private const string Path = $"{Root}/templates";

    [Fact]
    public async Task A_template_is_created_changed_listed_and_deleted()
    {
        var created = (await service.Admin.Post($"{Path}/", new { name = "Warehouse round", category = "safety", audit_type = "checklist", frequency = "ad_hoc", scoring_method = "weighted", passing_score = 80.5 })).MustBe(HttpStatusCode.Created);
        created["reference_number"].ShouldMatch("^TPL-[0-9]{4}-[0-9]{4}$");
        (created.Member("version").GetInt32(), created.Member("is_published").GetBoolean(), created.Member("is_active").GetBoolean(), created.Member("auto_create_findings").GetBoolean()).ShouldBe((1, false, true, true));
        created.Member("created_by_id").GetInt32().ShouldBe(service.AdminId);

        var changed = (await service.Admin.Patch($"{Path}/{created.Id}", new { description = "50%_done", frequency = (string?)null })).MustBe(HttpStatusCode.OK);
        (changed["name"], changed["description"], changed.Member("frequency").ValueKind, changed.Member("passing_score").GetDouble()).ShouldBe(("Warehouse round", "50%_done", JsonValueKind.Null, 80.5));

        (await service.Admin.Get($"{Path}?search=50%25_D&category=safety&audit_type=checklist&is_published=false")).Items.Select(item => item.GetProperty("id").GetInt32()).ShouldBe([created.Id]);
        (await service.Admin.Get($"{Path}?search=51%25_d")).Total.ShouldBe(0);
        (await service.Admin.Get($"{Path}?audit_type=Checklist")).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["audit_type"]);
        (await service.Admin.Get($"{Path}/{created.Id}/")).MustBe(HttpStatusCode.OK).Member("sections").GetArrayLength().ShouldBe(0);

        (await service.Admin.Delete($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Get($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{}""", "name")]
    [InlineData("""{"name":" "}""", "name")]
    [InlineData("""{"name":"n","audit_type":"party"}""", "audit_type")]
    [InlineData("""{"name":"n","frequency":"hourly"}""", "frequency")]
    [InlineData("""{"name":"n","scoring_method":"guess"}""", "scoring_method")]
    [InlineData("""{"name":"n","passing_score":101}""", "passing_score")]
    [InlineData("""{"name":"n","passing_score":1e400}""", "passing_score")]
    [InlineData("""{"name":"n","passing_score":-1}""", "passing_score")]
    [InlineData("""{"name":"n","standard_ids":[999999]}""", "standard_ids")]
    [InlineData("""{"name":"n","standard_ids":["a"]}""", "standard_ids[0]")]
    [InlineData("""{"name":"n","require_gps":"yes"}""", "require_gps")]
    [InlineData("""{"name":"n","version":7}""", "version")]
    public async Task What_is_wrong_with_a_template_is_named_and_nothing_is_written(string body, string field)
    {
        var before = await CountAsync();
        (await service.Admin.Post(Path, body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe([field]);
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_template_that_asks_nothing_is_not_published()
    {
        var template = await service.NewTemplateAsync(new { name = "n", require_signature = true, passing_score = 50 });
        var refused = (await service.Admin.Post($"{Path}/{template}/publish", null)).MustBe(HttpStatusCode.Conflict);
        refused.Message.ShouldContain("at least one active section");
        refused.Body.GetProperty("details").GetProperty("problems").GetArrayLength().ShouldBe(3);

        await service.NewQuestionAsync(template, section: null, "signature");
        (await service.Admin.Patch($"{Path}/{template}", new { is_published = true })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("stands in no section");
        (await service.Admin.Get($"{Path}/{template}")).Member("is_published").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_published_template_is_frozen_with_all_its_parts()
    {
        var template = await service.NewTemplateAsync();
        var section = await service.NewSectionAsync(template);
        var question = await service.NewQuestionAsync(template, section, "yes_no");
        await service.PublishAsync(template);

        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Patch, $"templates/{template}", new { name = "Other" }),
            (HttpMethod.Post, $"templates/{template}/sections", new { title = "t" }),
            (HttpMethod.Post, $"templates/{template}/questions", new { question_text = "q", question_type = "text" }),
            (HttpMethod.Patch, $"sections/{section}", new { title = "t" }),
            (HttpMethod.Delete, $"sections/{section}", null),
            (HttpMethod.Patch, $"questions/{question}", new { weight = 2 }),
            (HttpMethod.Delete, $"questions/{question}", null),
        })
        {
            var refused = (await service.Admin.Send(method, $"{Root}/{path}", body)).MustBe(HttpStatusCode.Conflict);
            refused.Message.ShouldContain($"/templates/{template}/versions");
            refused.Message.ShouldContain($"/templates/{template}/clone");
        }

        (await service.Admin.Post($"{Path}/{template}/publish", null)).MustBe(HttpStatusCode.Conflict);
        (await service.Admin.Patch($"{Path}/{template}", new { is_published = false })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("is_active");
        (await service.Admin.Patch($"{Path}/{template}", new { is_active = false, is_published = true })).MustBe(HttpStatusCode.OK).Member("is_active").GetBoolean().ShouldBeFalse();
        (await service.Admin.Post($"{Root}/runs", new { template_id = template })).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("out of use");
    }

    [Fact]
    public async Task The_next_version_starts_with_the_same_content_and_replaces_the_one_before_once_it_is_published()
    {
        var first = await service.NewTemplateAsync();
        await service.NewQuestionAsync(first, await service.NewSectionAsync(first), "yes_no");
        (await service.Admin.Post($"{Path}/{first}/versions", null)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("is a draft");
        await service.PublishAsync(first);
        var run = await service.StartedAsync(first);

        var second = (await service.Admin.Post($"{Path}/{first}/versions", null)).MustBe(HttpStatusCode.Created);
        (second["name"], second.Member("version").GetInt32(), second.Member("is_published").GetBoolean()).ShouldBe(("Fire safety", 2, false));
        second["reference_number"].ShouldBe((await service.Admin.Get($"{Path}/{first}"))["reference_number"] + "-V2");
        (await service.Admin.Post($"{Path}/{first}/versions", null)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain($"id {second.Id}");
        (await service.Admin.Get($"{Path}/{first}")).Member("is_active").GetBoolean().ShouldBeTrue();

        await service.PublishAsync(second.Id);
        (await service.Admin.Get($"{Path}/{first}")).Member("is_active").GetBoolean().ShouldBeFalse();
        (await service.Admin.Get($"{Root}/runs/{run}")).Member("template_version").GetInt32().ShouldBe(1);
        (await service.Admin.Post($"{Root}/runs", new { template_id = second.Id })).MustBe(HttpStatusCode.Created).Member("template_version").GetInt32().ShouldBe(2);
        (await service.Admin.Post($"{Path}/{second.Id}/versions", null)).MustBe(HttpStatusCode.Created).Member("version").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Publishing_one_leaves_all_others_as_they_are()
    {
        var (published, draft, own) = (await service.NewTemplateAsync(), await service.NewTemplateAsync(), await service.NewTemplateAsync());
        foreach (var template in new[] { published, own }) await service.NewQuestionAsync(template, await service.NewSectionAsync(template), "yes_no");
        await service.PublishAsync(published);
        var before = await Task.WhenAll(new[] { published, draft }.Select(async id => (await service.Admin.Get($"{Path}/{id}")).Text));

        await service.PublishAsync(own);

        (await Task.WhenAll(new[] { published, draft }.Select(async id => (await service.Admin.Get($"{Path}/{id}")).Text))).ShouldBe(before);
        (await service.Admin.Get($"{Path}/{own}")).Member("is_active").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task A_template_that_is_judged_by_weights_has_one_somewhere(double question, double section)
    {
        var template = await service.NewTemplateAsync(new { name = "n", scoring_method = "weighted", passing_score = 50 });
        var id = await service.NewQuestionAsync(template, await service.NewSectionAsync(template, section), "yes_no", $$"""{"weight":{{question}}}""");
        (await service.Admin.Post($"{Path}/{template}/publish", null)).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("has a weight above 0");

        (await service.Admin.Patch($"{Root}/questions/{id}", new { weight = 1, section_id = await service.NewSectionAsync(template) })).MustBe(HttpStatusCode.OK);
        await service.PublishAsync(template);
    }

    [Fact]
    public async Task A_clone_asks_the_same_by_questions_of_its_own()
    {
        var template = await service.NewTemplateAsync(new
        {
            name = new string('n', 198), description = "d", category = "c", audit_type = "survey", frequency = "weekly", scoring_method = "points", passing_score = 3.5,
            allow_offline = true, require_gps = true, require_signature = true, require_approval = true, auto_create_findings = false,
        });
        var section = await service.NewSectionAsync(template, weight: 2.5);
        var source = await service.NewQuestionAsync(template, section, "radio", """{"options":[{"value":"a","label":"A","score":1},{"value":"b","label":"B","score":0,"is_correct":false,"triggers_finding":true,"finding_severity":"high"}]}""");
        await service.NewQuestionAsync(template, section, "text", $$"""
            {"description":"d","help_text":"h","is_required":false,"allow_na":true,"sort_order":-1,"weight":0.5,"max_score":4,"min_length":2,"max_length":9,"risk_category":"fire","risk_weight":1.5,
             "evidence_requirements":{"required":true,"min_attachments":1,"max_attachments":3,"allowed_types":["image/*"],"require_photo":true,"require_signature":true},
             "conditional_logic":[{"source_question_id":{{source}},"operator":"equals","value":"b","action":"show"}]}
            """);
        await service.InDatabaseAsync(async db =>
        {
            // As the records they name are another module's.
            foreach (var question in await db.Set<AuditQuestion>().Where(question => question.TemplateId == template).ToListAsync()) (question.ClauseIds, question.ControlIds) = ([3, 1], [2]);
            (await db.Set<AuditTemplate>().SingleAsync(candidate => candidate.Id == template)).StandardIds = [5];
            return await db.SaveChangesAsync();
        });

        var clone = (await service.Admin.Post($"{Path}/{template}/clone", null)).MustBe(HttpStatusCode.Created);

        var (original, copy) = (await DetailAsync(template), await DetailAsync(clone.Id));
        var (originalIds, copiedIds) = (QuestionIds(original), QuestionIds(copy));
        copiedIds.Intersect(originalIds).ShouldBeEmpty();
        clone["name"].ShouldBe(new string('n', 193) + " (Copy)");
        original.ShouldContain("\"clause_ids\":[3,1]");
        original.ShouldContain("\"standard_ids\":[5]");
        var expected = originalIds.Zip(copiedIds).Aggregate(original, (text, pair) => text.Replace($"\"source_question_id\":{pair.First}", $"\"source_question_id\":{pair.Second}"));
        Comparable(copy).ShouldBe(Comparable(expected));
    }

    [Fact]
    public async Task A_template_whose_audits_are_under_way_is_not_deleted()
    {
        var (run, _) = await service.StartedWithAsync("yes_no");
        var template = (await service.Admin.Get($"{Root}/runs/{run}")).Member("template_id").GetInt32();

        (await service.Admin.Delete($"{Path}/{template}")).MustBe(HttpStatusCode.Conflict).Message.ShouldContain("AUD-");
        (await service.Admin.Patch($"{Root}/runs/{run}", new { status = "cancelled" })).MustBe(HttpStatusCode.OK);
        (await service.Admin.Delete($"{Path}/{template}")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await service.Admin.Get($"{Root}/runs/{run}")).MustBe(HttpStatusCode.OK)["template_name"].ShouldBe("Fire safety");
    }

    [Fact]
    public async Task Publishing_needs_its_permission_in_whichever_way()
    {
        var template = await service.NewTemplateAsync();
        await service.NewQuestionAsync(template, await service.NewSectionAsync(template), "yes_no");
        var editor = await service.ClientWithPermissionsAsync("audit_template:update");

        (await editor.Patch($"{Path}/{template}", new { is_published = true })).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("audit_template:publish");
        (await editor.Post($"{Path}/{template}/publish", null)).MustBe(HttpStatusCode.Forbidden);
        (await service.Admin.Patch($"{Path}/{template}", new { is_published = true })).MustBe(HttpStatusCode.OK).Member("is_published").GetBoolean().ShouldBeTrue();
    }

    private async Task<string> DetailAsync(int template) => (await service.Admin.Get($"{Path}/{template}")).MustBe(HttpStatusCode.OK).Text;

    private static List<int> QuestionIds(string detail) => [.. JsonElement.Parse(detail).GetProperty("sections").EnumerateArray()
        .SelectMany(section => section.GetProperty("questions").EnumerateArray()).Select(question => question.GetProperty("id").GetInt32())];

    /// <summary>Without what tells two records apart.</summary>
    private static string Comparable(string detail)
    {
        string[] own = ["id", "reference_number", "name", "template_id", "section_id", "created_at", "updated_at"];
        return Written(JsonElement.Parse(detail));

        string Written(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => "{" + string.Join(",", element.EnumerateObject().Where(member => !own.Contains(member.Name)).Select(member => member.Name + ":" + Written(member.Value))) + "}",
            JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Written)) + "]",
            _ => element.GetRawText(),
        };
    }

    private Task<int> CountAsync() => service.InDatabaseAsync(db => db.Set<AuditTemplate>().IgnoreQueryFilters().CountAsync());
}

[Trait("Needs", "Engine")]
public sealed class AuditTemplateTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : AuditTemplateTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class AuditTemplateTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : AuditTemplateTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
