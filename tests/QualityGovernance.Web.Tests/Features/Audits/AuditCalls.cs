using System.Net;
using System.Text.Json;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.Audits;

/// <summary>What the tests of audits prepare again and again, through the service itself.</summary>
internal static class AuditCalls
{
    public const string Root = "/api/v1/audits";

    public static async Task<int> NewTemplateAsync(this IServiceUnderTest service, object? template = null) =>
        (await service.Admin.Post($"{Root}/templates", template ?? new { name = "Fire safety" })).MustBe(HttpStatusCode.Created).Id;

    public static async Task<int> NewSectionAsync(this IServiceUnderTest service, int template, double weight = 1) =>
        (await service.Admin.Post($"{Root}/templates/{template}/sections", new { title = "Exits", weight })).MustBe(HttpStatusCode.Created).Id;

    /// <param name="service">Under test.</param>
    /// <param name="template">Gets the question.</param>
    /// <param name="section">Gets it too.</param>
    /// <param name="type">On the wire.</param>
    /// <param name="more">Members of the question besides those, as JSON.</param>
    public static async Task<int> NewQuestionAsync(this IServiceUnderTest service, int template, int? section, string type, string more = "{}") =>
        (await service.TryQuestionAsync(template, section, type, more)).MustBe(HttpStatusCode.Created).Id;

    public static Task<Answer> TryQuestionAsync(this IServiceUnderTest service, int template, int? section, string type, string more = "{}")
    {
        var question = new Dictionary<string, object?> { ["question_text"] = $"A question of the type {type}?", ["question_type"] = type, ["section_id"] = section };
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(more)!) question[name] = value;
        return service.Admin.Post($"{Root}/templates/{template}/questions", question);
    }

    public static async Task PublishAsync(this IServiceUnderTest service, int template) =>
        (await service.Admin.Post($"{Root}/templates/{template}/publish", null)).MustBe(HttpStatusCode.OK);

    /// <summary>A published template with one question; the audit by it is started.</summary>
    public static async Task<(int Run, int Question)> StartedWithAsync(this IServiceUnderTest service, string type, string more = "{}", object? template = null)
    {
        var id = await service.NewTemplateAsync(template);
        var question = await service.NewQuestionAsync(id, await service.NewSectionAsync(id), type, more);
        await service.PublishAsync(id);
        return (await service.StartedAsync(id), question);
    }

    public static async Task<int> StartedAsync(this IServiceUnderTest service, int template)
    {
        var run = (await service.Admin.Post($"{Root}/runs", new { template_id = template })).MustBe(HttpStatusCode.Created).Id;
        (await service.Admin.Post($"{Root}/runs/{run}/start", null)).MustBe(HttpStatusCode.OK);
        return run;
    }

    /// <param name="service">Under test.</param>
    /// <param name="run">Under way.</param>
    /// <param name="question">Of its template.</param>
    /// <param name="answer">Members of the answer, as JSON.</param>
    public static Task<Answer> AnswerAsync(this IServiceUnderTest service, int run, int question, string answer)
    {
        var members = JsonSerializer.Deserialize<Dictionary<string, object?>>(answer)!;
        members["question_id"] = question;
        return service.Admin.Post($"{Root}/runs/{run}/responses", members);
    }

    public static Task<Answer> CompleteAsync(this IServiceUnderTest service, int run) => service.Admin.Post($"{Root}/runs/{run}/complete", null);

    public static JsonElement Member(this Answer answer, string name) => answer.Body.GetProperty(name);
}
