using System.Globalization;
using System.Text.Json.Nodes;

namespace QualityGovernance.Deployment.Rehearsal.Steps;

/// <summary>One record per module that is written through the application and read back.</summary>
/// <param name="EntityType">As the audit trail names it.</param>
/// <param name="Path">Of the collection.</param>
/// <param name="Body">What is written; every property has to come back as it was written.</param>
internal sealed record SmokeRecord(string EntityType, string Path, JsonObject Body)
{
    /// <summary>Stands for whoever writes, in <see cref="Refers"/>.</summary>
    public const string Administrator = "administrator";

    /// <summary>Members of the body that are ids, and of the record written before that they name.</summary>
    public IReadOnlyList<(string Member, string EntityType)> Refers { get; init; } = [];

    public static IReadOnlyList<SmokeRecord> ForRun(string run) =>
    [
        new("policy", "/api/v1/policies", new JsonObject
        {
            ["title"] = $"Rehearsal {run}: Prüfung",
            ["description"] = "Written by a deployment rehearsal.",
            ["document_type"] = "procedure",
            ["status"] = "draft",
        }),
        new("incident", "/api/v1/incidents", new JsonObject
        {
            ["title"] = $"Rehearsal {run}: incident",
            ["description"] = "Written by a deployment rehearsal.",
            ["incident_date"] = "2026-01-02T03:04:05Z",
            ["severity"] = "high",
            ["location"] = "Rehearsal",
        }),
        new("standard", "/api/v1/standards", new JsonObject
        {
            // Its longest form has 20 characters, and no two standards have the same.
            ["code"] = $"R {run[^Math.Min(18, run.Length)..]}",
            ["name"] = "Rehearsal",
            ["full_name"] = "Written by a deployment rehearsal.",
            ["version"] = "2026",
            ["effective_date"] = "2026-01-02",
        }),
        new("risk", "/api/v1/risks", new JsonObject
        {
            ["title"] = $"Rehearsal {run}: risk",
            ["description"] = "Written by a deployment rehearsal.",
            ["category"] = "information_security",
            ["treatment_strategy"] = "transfer",
            ["treatment_due_date"] = "2030-01-02T03:04:05Z",
        }),
        new("audit_template", "/api/v1/audits/templates", new JsonObject
        {
            ["name"] = $"Rehearsal {run}: audit template",
            ["description"] = "Written by a deployment rehearsal.",
            ["audit_type"] = "checklist",
            ["frequency"] = "ad_hoc",
            ["scoring_method"] = "weighted",
        }),
        new("complaint", "/api/v1/complaints", new JsonObject
        {
            ["title"] = $"Rehearsal {run}: complaint",
            ["description"] = "Written by a deployment rehearsal.",
            ["received_date"] = "2026-01-02T03:04:05Z",
            ["complainant_name"] = "Rehearsal",
            ["priority"] = "high",
        }),
        new("collision", "/api/v1/rta", new JsonObject
        {
            ["title"] = $"Rehearsal {run}: collision",
            ["description"] = "Written by a deployment rehearsal.",
            ["collision_date"] = "2026-01-02T03:04:05Z",
            ["location"] = "Rehearsal",
        }),
        new("root_cause_analysis", "/api/v1/rtas", new JsonObject
        {
            ["title"] = $"Rehearsal {run}: analysis",
            ["problem_statement"] = "Written by a deployment rehearsal.",
        }) { Refers = [("incident_id", "incident")] },
        new("action_item", "/api/v1/actions", new JsonObject
        {
            ["title"] = $"Rehearsal {run}: action",
            ["description"] = "Written by a deployment rehearsal.",
            ["source_type"] = "incident",
            ["due_date"] = NextMonth(),
        }) { Refers = [("source_id", "incident"), ("owner_id", Administrator)] },
    ];

    /// <summary>Nothing is planned for the past, nor for a century ahead.</summary>
    private static string NextMonth() => TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture);
}
