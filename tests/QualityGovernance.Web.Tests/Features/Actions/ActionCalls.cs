using System.Net;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.Actions;

/// <summary>Records, and actions about them, in one line.</summary>
internal sealed class ActionCalls(IServiceUnderTest service)
{
    public const string Path = "/api/v1/actions";

    public string In(double days) => service.Time.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    /// <summary>Under investigation, one step before it can be closed.</summary>
    public async Task<int> CollisionAsync()
    {
        var id = (await service.Admin.Post("/api/v1/rta", new { title = "Rear-end", description = "d", collision_date = "2026-01-05T10:00:00Z" })).MustBe(HttpStatusCode.Created).Id;
        (await service.Admin.Patch($"/api/v1/rta/{id}", new { status = "under_investigation" })).MustBe(HttpStatusCode.OK);
        return id;
    }

    public async Task<int> IncidentAsync()
    {
        var id = (await service.Admin.Post("/api/v1/incidents", new { title = "Slip", description = "d", incident_date = "2026-01-05T10:00:00Z" })).MustBe(HttpStatusCode.Created).Id;
        foreach (var status in new[] { "under_investigation", "pending_review" }) (await service.Admin.Patch($"/api/v1/incidents/{id}", new { status })).MustBe(HttpStatusCode.OK);
        return id;
    }

    public async Task<int> ComplaintAsync()
    {
        var id = (await service.Admin.Post("/api/v1/complaints", new { title = "Late", description = "d", received_date = "2026-01-05T10:00:00Z", complainant_name = "Ada" })).MustBe(HttpStatusCode.Created).Id;
        foreach (var status in new[] { "acknowledged", "under_investigation", "resolved" }) (await service.Admin.Patch($"/api/v1/complaints/{id}", new { status, resolution_summary = "s" })).MustBe(HttpStatusCode.OK);
        return id;
    }

    public async Task<int> RiskAsync()
    {
        var id = (await service.Admin.Post("/api/v1/risks", new { title = "Fire", description = "d", likelihood = 2, impact = 2 })).MustBe(HttpStatusCode.Created).Id;
        (await service.Admin.Patch($"/api/v1/risks/{id}", new { status = "assessing" })).MustBe(HttpStatusCode.OK);
        return id;
    }

    public Task<Answer> PlanAsync(string source, int ownerId, object? followUpOf = null) => service.Admin.Post(
        $"{source}/actions",
        new { title = "Mend", description = "d", owner_id = ownerId, due_date = In(7), effectiveness_review_date = In(37), follow_up_of_id = followUpOf });

    /// <summary>Takes the steps one after the other, each as whoever may.</summary>
    public async Task<Answer> TakeAsync(int action, HttpClient doer, params string[] steps)
    {
        Answer? last = null;
        foreach (var step in steps)
            last = (await StepAsync(action, doer, step)).MustBe(HttpStatusCode.OK);
        return last!;
    }

    public Task<Answer> StepAsync(int action, HttpClient doer, string step) => step switch
    {
        "start" => doer.Post($"{Path}/{action}/start", null),
        "complete" => doer.Post($"{Path}/{action}/complete", new { notes = "Mended" }),
        "verify" => service.Admin.Post($"{Path}/{action}/verify", new { done = true }),
        "send back" => service.Admin.Post($"{Path}/{action}/verify", new { done = false, notes = "Still broken" }),
        "effective" => service.Admin.Post($"{Path}/{action}/judge", new { effective = true, notes = "No more slips" }),
        "not effective" => service.Admin.Post($"{Path}/{action}/judge", new { effective = false, notes = "It broke again" }),
        "reopen" => service.Admin.Post($"{Path}/{action}/reopen", new { due_date = In(14) }),
        "cancel" => service.Admin.Post($"{Path}/{action}/cancel", new { reason = "The machine was sold" }),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There is no such step."),
    };
}
