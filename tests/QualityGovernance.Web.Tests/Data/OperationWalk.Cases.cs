using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Data;

// What happened, what could, what was found, and what is done about it.
internal sealed partial class OperationWalk
{
    private async Task<int> IncidentsAsync()
    {
        var incident = await Post("/api/v1/incidents", """{"title":"t","description":"d","incident_date":"2026-01-05T10:00:00Z"}""");
        await Listed("/api/v1/incidents", incident);
        foreach (var status in new[] { "under_investigation", "pending_review" }) await Patch($"/api/v1/incidents/{incident}", $$"""{"status":"{{status}}"}""");
        await Patch($"/api/v1/incidents/{incident}", $$"""{"status":"closed","investigator_id":{{_otherId}}}""");
        await Patch($"/api/v1/incidents/{incident}", """{"status":"under_investigation"}""");
        var analysis = await Post("/api/v1/rtas", $$"""{"title":"t","problem_statement":"p","incident_id":{{incident}},"root_cause":"r"}""");
        await Listed("/api/v1/rtas", analysis);
        await Get($"/api/v1/incidents/{incident}/rtas");
        await Patch($"/api/v1/rtas/{analysis}", """{"title":"u","status":"in_review"}""");
        await Sent(HttpMethod.Patch, $"/api/v1/rtas/{analysis}", """{"status":"approved"}""", _other);
        await Delete($"/api/v1/rtas/{await Post("/api/v1/rtas", $$"""{"title":"t","problem_statement":"p","incident_id":{{incident}}}""")}");
        var mistake = await Post("/api/v1/incidents", """{"title":"t","description":"d","incident_date":"2026-01-05T10:00:00Z","reference_number":"INC-2026-0900"}""");
        await Delete($"/api/v1/incidents/{mistake}");
        return incident;
    }

    private async Task<int> RisksAsync(int clause, int control, int incident)
    {
        var links = $"\"clause_ids\":[{clause}],\"control_ids\":[{control}]";
        var risk = await Post("/api/v1/risks", $$"""{"title":"t","description":"d","owner_id":{{_otherId}},{{links}},"linked_incident_ids":[{{incident}}]}""");
        await Listed("/api/v1/risks", risk);
        foreach (var overview in new[] { "statistics", "matrix" }) await Get($"/api/v1/risks/{overview}");
        var measure = await Post($"/api/v1/risks/{risk}/controls", $$"""{"title":"t","owner_id":{{_otherId}},{{links}}}""");
        await Get($"/api/v1/risks/{risk}/controls");
        await Patch($"/api/v1/risks/controls/{measure}", $$"""{"owner_id":{{service.AdminId}},"clause_ids":[],"control_ids":[{{control}}]}""");
        await Delete($"/api/v1/risks/controls/{measure}");
        await Post($"/api/v1/risks/{risk}/assessments", $$"""{"assessment_date":"2026-01-05T10:00:00Z","inherent_likelihood":4,"inherent_impact":4,"residual_likelihood":2,"residual_impact":2,"assessed_by_id":{{_otherId}}}""");
        await Get($"/api/v1/risks/{risk}/assessments");
        await Patch($"/api/v1/risks/{risk}", """{"status":"assessing"}""");
        await Patch($"/api/v1/risks/{risk}", $$"""{"status":"closed","owner_id":{{service.AdminId}},"clause_ids":[],"linked_incident_ids":[]}""");
        await Patch($"/api/v1/risks/{risk}", $$"""{"status":"assessing",{{links}}}""");
        await AboutAsync($"/api/v1/risks/{risk}");
        await Delete($"/api/v1/risks/{await Post("/api/v1/risks", """{"title":"t","description":"d"}""")}");
        return risk;
    }

    private async Task ComplaintsAsync()
    {
        const string New = """{"title":"t","description":"d","received_date":"2026-01-05T10:00:00Z","complainant_name":"A"}""";
        var complaint = await Post("/api/v1/complaints", New);
        await Listed("/api/v1/complaints", complaint);
        await AboutAsync($"/api/v1/complaints/{complaint}");
        var other = await Post("/api/v1/complaints", New);
        foreach (var status in new[] { "acknowledged", "under_investigation", "resolved", "closed" })
            await Patch($"/api/v1/complaints/{other}", $$"""{"status":"{{status}}","resolution_summary":"s"}""");
        await Delete($"/api/v1/complaints/{other}");
    }

    private async Task CollisionsAsync()
    {
        var collision = await Post("/api/v1/rta", $$"""{"title":"t","description":"d","collision_date":"2026-01-05T10:00:00Z","driver_id":{{_otherId}},"investigator_id":{{service.AdminId}}}""");
        await Listed("/api/v1/rta", collision);
        var party = await Post($"/api/v1/rta/{collision}/third-parties", """{"name":"A"}""");
        await Patch($"/api/v1/rta/{collision}/third-parties/{party}", """{"name":"B"}""");
        await Delete($"/api/v1/rta/{collision}/third-parties/{party}");
        await Patch($"/api/v1/rta/{collision}", """{"status":"under_investigation"}""");
        await Patch($"/api/v1/rta/{collision}", $$"""{"status":"closed","driver_id":{{service.AdminId}},"investigator_id":{{_otherId}}}""");
        await Patch($"/api/v1/rta/{collision}", """{"status":"under_investigation"}""");
        await AboutAsync($"/api/v1/rta/{collision}");
        await Get("/api/v1/rta/actions");
        await Delete($"/api/v1/rta/{await Post("/api/v1/rta", """{"title":"t","description":"d","collision_date":"2026-01-05T10:00:00Z"}""")}");
    }

    private async Task AuditsAsync(int clause, int control, int risk)
    {
        const string Root = "/api/v1/audits";
        var links = $"\"clause_ids\":[{clause}],\"control_ids\":[{control}]";
        var template = await Post($"{Root}/templates", """{"name":"Fire","standard_ids":[1],"require_approval":true}""");
        await Listed($"{Root}/templates", template);
        var section = await Post($"{Root}/templates/{template}/sections", """{"title":"Exits"}""");
        var source = await Post(
            $"{Root}/templates/{template}/questions",
            $$"""{"question_text":"q","question_type":"dropdown","section_id":{{section}},{{links}},"options":[{"value":"no","label":"No","score":0,"triggers_finding":true},{"value":"yes","label":"Yes","score":1}]}""");
        var asked = await Post(
            $"{Root}/templates/{template}/questions",
            $$"""{"question_text":"q","question_type":"text","section_id":{{section}},"is_required":false,{{links}},"conditional_logic":[{"source_question_id":{{source}},"operator":"equals","value":"yes","action":"show"}]}""");
        await Patch($"{Root}/questions/{asked}", $$"""{"question_text":"r","section_id":{{section}},"clause_ids":[{{clause}}]}""");
        await Patch($"{Root}/sections/{section}", """{"title":"Ways out"}""");
        await Patch($"{Root}/templates/{template}", """{"name":"Fires","standard_ids":[1]}""");
        await Post($"{Root}/templates/{template}/publish", "");
        await Post($"{Root}/templates/{template}/clone", "");
        var version = await Post($"{Root}/templates/{template}/versions", "");
        await Patch($"{Root}/templates/{version}", """{"is_published":true,"standard_ids":[1]}""");
        await Patch($"{Root}/templates/{template}", """{"is_active":true}""");
        await RemovedAsync(Root);

        var run = await Post($"{Root}/runs", $$"""{"template_id":{{template}},"assigned_to_id":{{service.AdminId}}}""");
        await Post($"{Root}/runs/{run}/start", "");
        var response = await Post($"{Root}/runs/{run}/responses", $$"""{"question_id":{{source}},"response_value":"yes"}""");
        await Patch($"{Root}/responses/{response}", """{"response_value":"no"}""");
        await Listed($"{Root}/runs", run);
        await Post($"{Root}/runs/{run}/complete", "");
        await Sent(HttpMethod.Patch, $"{Root}/runs/{run}", $$"""{"status":"completed","assigned_to_id":{{_otherId}}}""", _other);
        var finding = await Post($"{Root}/runs/{run}/findings", $$"""{"title":"t","description":"d","question_id":{{source}},{{links}},"risk_ids":[{{risk}}]}""");
        await Get($"{Root}/findings?page_size=1");
        await Patch($"{Root}/findings/{finding}", """{"status":"in_progress"}""");
        await Patch($"{Root}/findings/{finding}", """{"status":"pending_verification"}""");
        await Patch($"{Root}/findings/{finding}", $$"""{"status":"closed",{{links}},"risk_ids":[{{risk}}]}""");
        await Patch($"{Root}/findings/{finding}", """{"status":"open"}""");
        await AboutAsync($"{Root}/findings/{finding}");
        await CompletedAtOnceAsync(Root);
    }

    private async Task RemovedAsync(string root)
    {
        var template = await Post($"{root}/templates", """{"name":"Mistake"}""");
        var section = await Post($"{root}/templates/{template}/sections", """{"title":"s"}""");
        var question = await Post($"{root}/templates/{template}/questions", $$"""{"question_text":"q","question_type":"text","section_id":{{section}}}""");
        await Delete($"{root}/questions/{question}");
        await Delete($"{root}/sections/{section}");
        await Delete($"{root}/templates/{template}");
    }

    /// <summary>Two answers that make findings, and no review.</summary>
    private async Task CompletedAtOnceAsync(string root)
    {
        var template = await Post($"{root}/templates", """{"name":"Quick"}""");
        var section = await Post($"{root}/templates/{template}/sections", """{"title":"s"}""");
        var questions = new List<int>();
        for (var number = 0; number < 2; number++)
        {
            questions.Add(await Post(
                $"{root}/templates/{template}/questions",
                $$"""{"question_text":"q","question_type":"dropdown","section_id":{{section}},"options":[{"value":"no","label":"No","score":0,"triggers_finding":true},{"value":"yes","label":"Yes","score":1}]}"""));
        }

        await Post($"{root}/templates/{template}/publish", "");
        var run = await Post($"{root}/runs", $$"""{"template_id":{{template}}}""");
        await Post($"{root}/runs/{run}/start", "");
        foreach (var question in questions) await Post($"{root}/runs/{run}/responses", $$"""{"question_id":{{question}},"response_value":"no"}""");
        await Post($"{root}/runs/{run}/complete", "");
    }

    private async Task ActionsAsync(int incident)
    {
        var about = $"/api/v1/incidents/{incident}";
        var failed = await AboutAsync(about);
        await Listed("/api/v1/actions", failed);
        foreach (var (step, body) in Steps("not")) await Sent(HttpMethod.Post, $"/api/v1/actions/{failed}/{step}", body, step is "verify" or "judge" ? service.Admin : _other);
        await Post($"{about}/actions", Planned($"\"follow_up_of_id\":{failed},"));
        await Post($"/api/v1/actions/{failed}/reopen", $$"""{"due_date":"{{Tomorrow}}"}""");
        var action = await Post("/api/v1/actions", Planned($"\"source_type\":\"incident\",\"source_id\":{incident},"));
        await Patch($"/api/v1/actions/{action}", $$"""{"title":"u","owner_id":{{service.AdminId}}}""");
        await Post($"/api/v1/actions/{action}/cancel", """{"reason":"r"}""");
        await Delete($"/api/v1/actions/{await Post($"{about}/actions", Planned(""))}");
    }

    private async Task<int> AboutAsync(string record)
    {
        var action = await Post($"{record}/actions", Planned(""));
        await Get($"{record}/actions");
        return action;
    }

    private string Planned(string more) => $$"""{{{more}}"title":"t","description":"d","owner_id":{{_otherId}},"due_date":"{{Tomorrow}}"}""";

    private static IEnumerable<(string Step, string Body)> Steps(string effect) =>
    [
        ("start", ""),
        ("complete", """{"notes":"n"}"""),
        ("verify", """{"done":true,"notes":"n"}"""),
        ("judge", $$"""{"effective":{{(effect == "not" ? "false" : "true")}},"notes":"n"}"""),
    ];
}
