using System.Net;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Actions;
using QualityGovernance.Web.Features.Audits.Findings;
using QualityGovernance.Web.Features.Audits.Runs;
using QualityGovernance.Web.Features.Audits.Templates;
using QualityGovernance.Web.Features.Collisions;
using QualityGovernance.Web.Features.Complaints;
using QualityGovernance.Web.Features.Incidents;
using QualityGovernance.Web.Features.Policies;
using QualityGovernance.Web.Features.Risks;
using QualityGovernance.Web.Features.RootCauseAnalyses;

namespace QualityGovernance.Web.Tests.Support;

/// <summary>A new record of each kind, and what it stands below, made through the service. A module adds its lines.</summary>
internal sealed partial class Records(IServiceUnderTest service)
{
    private const string Day = "2026-01-05T10:00:00Z";

    private static int _made;

    /// <summary>Of each kind that gets reference numbers: what has to be there before, and the request that makes one.</summary>
    public static IReadOnlyDictionary<Type, Func<Records, Task<(string Path, object Body)>>> Referenced { get; } = new Dictionary<Type, Func<Records, Task<(string, object)>>>
    {
        [typeof(Policy)] = _ => Request("/api/v1/policies", new { title = "t" }),
        [typeof(Incident)] = _ => Request("/api/v1/incidents", new { title = "t", description = "d", incident_date = Day }),
        [typeof(Complaint)] = _ => Request("/api/v1/complaints", new { title = "t", description = "d", received_date = Day, complainant_name = "A" }),
        [typeof(Collision)] = _ => Request("/api/v1/rta", new { title = "t", description = "d", collision_date = Day }),
        [typeof(Risk)] = _ => Request("/api/v1/risks", new { title = "t", description = "d" }),
        [typeof(RootCauseAnalysis)] = async records => ("/api/v1/rtas", new { title = "t", problem_statement = "p", incident_id = await records.MakeAsync<Incident>() }),
        [typeof(ActionItem)] = async records => ($"/api/v1/incidents/{await records.MakeAsync<Incident>()}/actions", records.Action()),
        [typeof(AuditTemplate)] = _ => Request("/api/v1/audits/templates", new { name = "n" }),
        [typeof(AuditRun)] = async records => ("/api/v1/audits/runs", new { template_id = await records.PublishedTemplateAsync() }),
        [typeof(AuditFinding)] = async records => ($"/api/v1/audits/runs/{await records.StartedRunAsync()}/findings", new { title = "t", description = "d" }),
    };

    /// <summary>By the address of one record: makes one, and says where it is.</summary>
    public static IReadOnlyDictionary<string, Func<Records, Task<string>>> Addresses { get; } = new Dictionary<string, Func<Records, Task<string>>>
    {
        ["/api/v1/actions/{action_id}"] = async records => $"/api/v1/actions/{await records.MakeAsync<ActionItem>()}",
        ["/api/v1/audits/runs/{run_id}"] = async records => $"/api/v1/audits/runs/{await records.MakeAsync<AuditRun>()}",
        ["/api/v1/audits/templates/{template_id}"] = async records => $"/api/v1/audits/templates/{await records.MakeAsync<AuditTemplate>()}",
        ["/api/v1/complaints/{complaint_id}"] = async records => $"/api/v1/complaints/{await records.MakeAsync<Complaint>()}",
        ["/api/v1/incidents/{incident_id}"] = async records => $"/api/v1/incidents/{await records.MakeAsync<Incident>()}",
        ["/api/v1/policies/{policy_id}"] = async records => $"/api/v1/policies/{await records.MakeAsync<Policy>()}",
        ["/api/v1/policies/{policy_id}/versions/{number}"] = async records =>
        {
            // The only version of a policy can't be discarded.
            var policy = await records.MakeAsync<Policy>();
            return $"/api/v1/policies/{policy}/versions/{await records.SecondVersionAsync(policy)}";
        },
        ["/api/v1/risks/{risk_id}"] = async records => $"/api/v1/risks/{await records.MakeAsync<Risk>()}",
        ["/api/v1/rta/{collision_id}"] = async records => $"/api/v1/rta/{await records.MakeAsync<Collision>()}",
        ["/api/v1/rtas/{rta_id}"] = async records => $"/api/v1/rtas/{await records.MakeAsync<RootCauseAnalysis>()}",
        ["/api/v1/standards/{standard_id}"] = async records => $"/api/v1/standards/{await records.StandardAsync()}",
        ["/api/v1/standards/clauses/{clause_id}"] = async records => $"/api/v1/standards/clauses/{await records.ClauseAsync()}",
        ["/api/v1/standards/controls/{control_id}"] = async records => $"/api/v1/standards/controls/{await records.ControlAsync()}",
        ["/api/v1/users/{user_id}"] = async records => $"/api/v1/users/{await records.UserAsync()}",
    };

    /// <summary>By the address of a part: makes two records, of which one has a part that the other does not have, and says where that part would be if it belonged to the other.</summary>
    public static IReadOnlyDictionary<string, Func<Records, Task<string>>> PartsOfOthers { get; } = new Dictionary<string, Func<Records, Task<string>>>
    {
        ["/api/v1/policies/{policy_id}/versions/{number}"] = async records =>
        {
            var (one, other) = (await records.MakeAsync<Policy>(), await records.MakeAsync<Policy>());
            var second = await records.SecondVersionAsync(one);
            return $"/api/v1/policies/{other}/versions/{second}";
        },
        ["/api/v1/rta/{collision_id}/third-parties/{third_party_id}"] = async records =>
        {
            var (one, other) = (await records.MakeAsync<Collision>(), await records.MakeAsync<Collision>());
            return $"/api/v1/rta/{other}/third-parties/{await records.CreateAsync($"/api/v1/rta/{one}/third-parties", new { name = "A" })}";
        },
    };

    /// <summary>The address of the same part below the record that it belongs to, which is made just before the other one.</summary>
    /// <param name="address">Of <see cref="PartsOfOthers"/>.</param>
    public static string Owned(string address)
    {
        var parts = address.Split('/');
        parts[4] = $"{int.Parse(parts[4]) - 1}";
        return string.Join('/', parts);
    }

    public async Task<int> MakeAsync<T>()
    {
        var (path, body) = await Referenced[typeof(T)](this);
        return await CreateAsync(path, body);
    }

    private static Task<(string Path, object Body)> Request(string path, object body) => Task.FromResult((path, body));

    private async Task<int> CreateAsync(string path, object? body) => (await service.Admin.Post(path, body)).MustBe(HttpStatusCode.Created).Id;

    private object Action() => new { title = "t", description = "d", owner_id = service.AdminId, due_date = service.Time.GetUtcNow().AddDays(7).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'") };

    /// <summary>In a template that is not published yet.</summary>
    private async Task<(int Template, int Question)> QuestionAsync()
    {
        var template = await MakeAsync<AuditTemplate>();
        var section = await CreateAsync($"/api/v1/audits/templates/{template}/sections", new { title = "t" });
        return (template, await CreateAsync($"/api/v1/audits/templates/{template}/questions", new { question_text = "q", question_type = "signature", section_id = section }));
    }

    private async Task<int> PublishedTemplateAsync() => await PublishedAsync((await QuestionAsync()).Template);

    private async Task<int> PublishedAsync(int template)
    {
        (await service.Admin.Post($"/api/v1/audits/templates/{template}/publish", null)).MustBe(HttpStatusCode.OK);
        return template;
    }

    private async Task<int> StartedRunAsync() => await StartedAsync(await MakeAsync<AuditRun>());

    private async Task<int> StartedAsync(int run)
    {
        (await service.Admin.Post($"/api/v1/audits/runs/{run}/start", null)).MustBe(HttpStatusCode.OK);
        return run;
    }

    /// <returns>Its number.</returns>
    private async Task<int> SecondVersionAsync(int policy)
    {
        var address = $"/api/v1/policies/{policy}/versions";
        var reviewer = service.ClientOf(await service.AddUserAsync(superuser: true));
        (await service.Admin.Put($"{address}/1", new { content = "c" })).MustBe(HttpStatusCode.OK);
        (await service.Admin.Post($"{address}/1/submit", null)).MustBe(HttpStatusCode.OK);
        foreach (var step in new[] { "approve", "publish" }) (await reviewer.Post($"{address}/1/{step}", null)).MustBe(HttpStatusCode.OK);
        return (await service.Admin.Post(address, null)).MustBe(HttpStatusCode.Created).Body.GetProperty("number").GetInt32();
    }

    private Task<int> StandardAsync() => CreateAsync("/api/v1/standards", new { code = $"ISO {Interlocked.Increment(ref _made)}", name = "n", full_name = "f", version = "1" });

    private async Task<int> ClauseAsync() => await CreateAsync($"/api/v1/standards/{await StandardAsync()}/clauses", new { clause_number = "4.1", title = "t" });

    private async Task<int> ControlAsync() => await CreateAsync($"/api/v1/standards/clauses/{await ClauseAsync()}/controls", new { control_number = "A.1", title = "t" });

    private Task<int> UserAsync() => CreateAsync("/api/v1/users", new { email = $"record{Interlocked.Increment(ref _made)}@example.org", first_name = "A", last_name = "B", password = "long enough" });
}
