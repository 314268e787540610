using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Contract.Answers;

/// <summary>One record of every kind with all that it can hold, so that every member of an answer is seen with a value.</summary>
/// <param name="service">Under test.</param>
/// <param name="answered">Hears every answer.</param>
internal sealed class FullRecords(IServiceUnderTest service, Action<HttpMethod, string, Answer> answered)
{
    private const string Root = "/api/v1";
    private const string Audits = Root + "/audits";

    private int Me => service.AdminId;

    public async Task MakeAsync()
    {
        await Post($"{Root}/users/roles", """{"name":"Full","description":"d","permissions":"incident:read"}""");
        await Post($"{Root}/users", """{"email":"full@example.org","first_name":"A","last_name":"B","password":"A long passphrase 1","job_title":"j","department":"d","phone":"1"}""");
        var (standard, clause, control) = await StandardAsync();
        var incident = await Post($"{Root}/incidents", """{"title":"t","description":"d","incident_date":"2026-01-05T10:00:00Z","location":"l","department":"d"}""");
        await Post($"{Root}/rtas", $$"""{"title":"t","problem_statement":"p","incident_id":{{incident}},"root_cause":"r","corrective_actions":"c"}""");
        await RiskAsync(clause, control, incident);
        var complaint = await Post($"{Root}/complaints", """{"title":"t","description":"d","received_date":"2026-01-05T10:00:00Z","complainant_name":"A","complainant_email":"a@example.org","complainant_phone":"1","complainant_company":"c","related_reference":"r"}""");
        await Patch($"{Root}/complaints/{complaint}", """{"investigation_notes":"n","root_cause":"r","customer_satisfied":true}""");
        await CollisionAsync();
        await AuditAsync(standard, clause, control);
        await PolicyAsync();
        var soon = service.Time.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        await Post($"{Root}/actions", $$"""{"source_type":"incident","source_id":{{incident}},"title":"t","description":"d","owner_id":{{Me}},"due_date":"{{soon}}","effectiveness_review_date":"{{soon}}"}""");
    }

    private async Task<(int Standard, int Clause, int Control)> StandardAsync()
    {
        var standard = await Post($"{Root}/standards", """{"code":"F1","name":"n","full_name":"f","version":"1","description":"d","effective_date":"2026-01-05"}""");
        var clause = await Post($"{Root}/standards/{standard}/clauses", """{"clause_number":"1","title":"t","description":"d"}""");
        var control = await Post($"{Root}/standards/clauses/{clause}/controls", """{"control_number":"1.1","title":"t","description":"d","implementation_guidance":"g","is_applicable":false,"applicability_justification":"j","implementation_status":"planned"}""");
        foreach (var part in new[] { "statement-of-applicability", "clauses" }) await Get($"{Root}/standards/{standard}/{part}");
        return (standard, clause, control);
    }

    private async Task RiskAsync(int clause, int control, int incident)
    {
        var links = $"\"clause_ids\":[{clause}],\"control_ids\":[{control}]";
        var risk = await Post($"{Root}/risks", $$"""{"title":"t","description":"d","subcategory":"s","risk_source":"s","risk_event":"e","risk_consequence":"c","department":"d","treatment_plan":"p","treatment_due_date":"2026-01-05T10:00:00Z","linked_incident_ids":[{{incident}}],{{links}}}""");
        await Post($"{Root}/risks/{risk}/controls", $$"""{"title":"t","description":"d","effectiveness":"effective","last_tested_date":"2026-01-05T10:00:00Z","test_frequency_months":6,{{links}}}""");
        await Post($"{Root}/risks/{risk}/assessments", """{"assessment_date":"2026-01-05T10:00:00Z","inherent_likelihood":2,"inherent_impact":2,"residual_likelihood":2,"residual_impact":2,"target_likelihood":1,"target_impact":1,"assessment_notes":"n","control_effectiveness_notes":"n"}""");
    }

    private async Task CollisionAsync()
    {
        var collision = await Post($"{Root}/rta", $$"""{"title":"t","description":"d","collision_date":"2026-01-05T10:00:00Z","location":"l","weather":"fog","road_surface":"wet","speed_limit":30,"vehicle_registration":"R1","vehicle_make_model":"m","vehicle_damage":"d","driver_id":{{Me}},"driver_name":"n","driver_injured":false,"driver_injuries":"i","driver_statement":"s","police_attended":true,"police_force":"f","police_reference":"r","insurer":"i","insurance_reference":"r","insurer_notified_at":"2026-01-05T10:00:00Z","insurance_notes":"n"}""");
        await Post($"{Root}/rta/{collision}/third-parties", """{"name":"A","phone":"1","email":"a@example.org","vehicle_registration":"R2","vehicle_make_model":"m","insurer":"i","insurance_reference":"r","injured":false,"injuries":"i","damage":"d","statement":"s"}""");
    }

    private async Task AuditAsync(int standard, int clause, int control)
    {
        var template = await Post($"{Audits}/templates", $$"""{"name":"Full","description":"d","category":"c","frequency":"daily","passing_score":50,"standard_ids":[{{standard}}]}""");
        var section = await Post($"{Audits}/templates/{template}/sections", """{"title":"s","description":"d","is_repeatable":true,"max_repeats":2}""");
        var questions = new List<int>();
        foreach (var kind in new[]
        {
            """{"question_type":"number","description":"d","help_text":"h","max_score":5,"min_value":0,"max_value":10,"decimal_places":2,"risk_category":"c","risk_weight":1,"evidence_requirements":{"allowed_types":["image/png"]}""",
            """{"question_type":"text","min_length":1,"max_length":50""",
            """{"question_type":"yes_no""" + "\"",
            """{"question_type":"date""" + "\"",
            """{"question_type":"radio","options":[{"value":"a","label":"A","is_correct":true},{"value":"b","label":"B","score":0,"triggers_finding":true,"finding_severity":"low"}]""",
        })
            questions.Add(await Post($"{Audits}/templates/{template}/questions", $$"""{{kind}},"question_text":"q","section_id":{{section}},"clause_ids":[{{clause}}],"control_ids":[{{control}}]}"""));
        await Post($"{Audits}/templates/{template}/publish", "");

        var run = await Post($"{Audits}/runs", $$"""{"template_id":{{template}},"title":"t","location":"l","location_details":"d","latitude":1.5,"longitude":2.5,"scheduled_date":"2026-01-05T10:00:00Z","due_date":"2026-01-06T10:00:00Z","assigned_to_id":{{Me}},"notes":"n"}""");
        await Post($"{Audits}/runs/{run}/start", "");
        string[] answers = ["\"response_number\":1.5,\"score\":3,\"notes\":\"n\",\"response_json\":{\"attachments\":[]}", "\"response_text\":\"x\"", "\"response_bool\":true", "\"response_date\":\"2026-01-05T10:00:00Z\"", "\"response_value\":\"b\""];
        foreach (var (question, response) in questions.Zip(answers)) await Post($"{Audits}/runs/{run}/responses", $$"""{"question_id":{{question}},{{response}}}""");
        await Post($"{Audits}/runs/{run}/findings", $$"""{"title":"t","description":"d","question_id":{{questions[0]}},"corrective_action_due_date":"2026-01-06T10:00:00Z","clause_ids":[{{clause}}],"control_ids":[{{control}}],"risk_ids":[]}""");
        await Post($"{Audits}/runs/{run}/findings", """{"title":"t","description":"d"}""");
        await Post($"{Audits}/runs/{run}/complete", "");
    }

    private async Task PolicyAsync()
    {
        var policy = $"{Root}/policies/{await Post($"{Root}/policies", """{"title":"t","description":"d","content":"c","review_date":"2026-12-31"}""")}";
        var other = service.ClientOf(await service.AddUserAsync(superuser: true));
        await Send(HttpMethod.Post, $"{policy}/versions/1/submit", """{"comment":"c"}""", service.Admin);
        foreach (var step in new[] { "approve", "publish" }) await Send(HttpMethod.Post, $"{policy}/versions/1/{step}", """{"comment":"c"}""", other);
        await Send(HttpMethod.Post, $"{policy}/acknowledgements", """{"version":1}""", service.Admin);
        foreach (var part in new[] { "acknowledgements?page_size=1", "acknowledgements", "versions", "versions/1" }) await Get($"{policy}/{part}");
    }

    private async Task<int> Post(string path, string body) => (await Send(HttpMethod.Post, path, body, service.Admin)).Id;

    private Task<Answer> Patch(string path, string body) => Send(HttpMethod.Patch, path, body, service.Admin);

    private Task<Answer> Get(string path) => Send(HttpMethod.Get, path, null, service.Admin);

    private async Task<Answer> Send(HttpMethod method, string path, string? body, HttpClient client)
    {
        var answer = await client.Send(method, path, body is "" ? null : body);
        ((int)answer.Status).ShouldBeInRange(200, 299, $"{method} {path} with {body}: {answer.Text}");
        answered(method, path, answer);
        return answer;
    }
}
