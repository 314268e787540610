using System.Net;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Actions;
using QualityGovernance.Web.Features.Audits.Findings;
using QualityGovernance.Web.Features.Audits.Runs;
using QualityGovernance.Web.Features.Audits.Templates;
using QualityGovernance.Web.Features.Incidents;
using QualityGovernance.Web.Features.Policies;
using QualityGovernance.Web.Features.RootCauseAnalyses;

namespace QualityGovernance.Web.Tests.Support;

// What no trying would come to: steps in a life, which want a record that has come so far and is moved on by them, and what names a record in a certain state.
internal sealed partial class Records
{
    private const string Password = "A long passphrase 1";

    private const string Runs = "/api/v1/audits/runs";

    private const string Templates = "/api/v1/audits/templates";

    /// <summary>Of operations that are accepted of certain records only: makes these, and says what another superuser than the administrator may send then.</summary>
    public static IReadOnlyDictionary<string, Func<Records, Task<(string Path, object? Body)>>> Accepted { get; } = new Dictionary<string, Func<Records, Task<(string, object?)>>>
    {
        ["POST /api/v1/auth/login"] = async records => ("/api/v1/auth/login", new { email = await records.AccountAsync(), password = Password }),
        ["POST /api/v1/auth/refresh"] = async records => ("/api/v1/auth/refresh", new { refresh_token = await records.RefreshTokenAsync() }),
        ["POST /api/v1/rtas"] = records => records.RequestAsync<RootCauseAnalysis>(),
        ["POST /api/v1/actions"] = async records => ("/api/v1/actions", new { source_type = "incident", source_id = await records.MakeAsync<Incident>() }),
        ["POST /api/v1/actions/{action_id}/start"] = async records => ($"{await records.ActionAsync()}/start", null),
        ["POST /api/v1/actions/{action_id}/complete"] = async records => ($"{await records.ActionAsync("start")}/complete", null),
        ["POST /api/v1/actions/{action_id}/verify"] = async records => ($"{await records.ActionAsync("start", "complete")}/verify", new { done = true }),
        ["POST /api/v1/actions/{action_id}/judge"] = async records => ($"{await records.VerifiedActionAsync()}/judge", new { effective = true }),
        ["POST /api/v1/actions/{action_id}/cancel"] = async records => ($"{await records.ActionAsync()}/cancel", null),
        ["POST /api/v1/actions/{action_id}/reopen"] = async records => ($"{await records.IneffectiveActionAsync()}/reopen", null),
        ["POST /api/v1/audits/templates/{template_id}/publish"] = async records => ($"{Templates}/{(await records.QuestionAsync()).Template}/publish", null),
        ["POST /api/v1/audits/templates/{template_id}/versions"] = async records => ($"{Templates}/{await records.PublishedTemplateAsync()}/versions", null),
        ["POST /api/v1/audits/runs"] = records => records.RequestAsync<AuditRun>(),
        ["POST /api/v1/audits/runs/{run_id}/start"] = async records => ($"{Runs}/{await records.MakeAsync<AuditRun>()}/start", null),
        ["POST /api/v1/audits/runs/{run_id}/complete"] = async records => ($"{Runs}/{await records.StartedRunAsync()}/complete", null),
        ["POST /api/v1/audits/runs/{run_id}/findings"] = records => records.RequestAsync<AuditFinding>(),
        ["POST /api/v1/audits/runs/{run_id}/responses"] = async records =>
        {
            var (template, question) = await records.QuestionAsync();
            var run = await records.CreateAsync(Runs, new { template_id = await records.PublishedAsync(template) });
            return ($"{Runs}/{await records.StartedAsync(run)}/responses", new { question_id = question, response_value = "A" });
        },
        ["POST /api/v1/policies/{policy_id}/acknowledgements"] = async records => ($"{await records.PolicyAsync("submit", "approve", "publish")}/acknowledgements", new { version = 1 }),
        ["POST /api/v1/policies/{policy_id}/versions"] = async records => ($"{await records.PolicyAsync("submit", "approve", "publish")}/versions", null),
        ["POST /api/v1/policies/{policy_id}/versions/{number}/submit"] = async records => ($"{await records.PolicyAsync()}/versions/1/submit", null),
        ["POST /api/v1/policies/{policy_id}/versions/{number}/reject"] = async records => ($"{await records.PolicyAsync("submit")}/versions/1/reject", null),
        ["POST /api/v1/policies/{policy_id}/versions/{number}/approve"] = async records => ($"{await records.PolicyAsync("submit")}/versions/1/approve", null),
        ["POST /api/v1/policies/{policy_id}/versions/{number}/publish"] = async records => ($"{await records.PolicyAsync("submit", "approve")}/versions/1/publish", null),
        ["POST /api/v1/policies/{policy_id}/versions/{number}/retire"] = async records => ($"{await records.PolicyAsync("submit", "approve", "publish")}/versions/1/retire", null),
    };

    private async Task<(string Path, object? Body)> RequestAsync<T>() => await Referenced[typeof(T)](this);

    private async Task<string> AccountAsync()
    {
        var email = $"account{Interlocked.Increment(ref _made)}@example.org";
        await CreateAsync("/api/v1/users", new { email, first_name = "A", last_name = "B", password = Password });
        return email;
    }

    private async Task<string> RefreshTokenAsync() =>
        (await service.Anonymous.Post("/api/v1/auth/login", new { email = await AccountAsync(), password = Password })).MustBe(HttpStatusCode.OK)["refresh_token"];

    /// <summary>One that the administrator has to do, after these steps.</summary>
    private async Task<string> ActionAsync(params string[] steps)
    {
        var action = $"/api/v1/actions/{await MakeAsync<ActionItem>()}";
        foreach (var step in steps) await StepAsync(service.Admin, $"{action}/{step}", step == "complete" ? new { notes = "n" } : null);
        return action;
    }

    private async Task<string> VerifiedActionAsync()
    {
        var action = await ActionAsync("start", "complete");
        await StepAsync(await ReviewerAsync(), $"{action}/verify", new { done = true });
        return action;
    }

    private async Task<string> IneffectiveActionAsync()
    {
        var action = await VerifiedActionAsync();
        await StepAsync(await ReviewerAsync(), $"{action}/judge", new { effective = false, notes = "n" });
        return action;
    }

    /// <summary>One whose first version has taken these steps, of which its author takes the first.</summary>
    private async Task<string> PolicyAsync(params string[] steps)
    {
        var policy = $"/api/v1/policies/{await MakeAsync<Policy>()}";
        (await service.Admin.Put($"{policy}/versions/1", new { content = "c" })).MustBe(HttpStatusCode.OK);
        var reviewer = await ReviewerAsync();
        foreach (var step in steps) await StepAsync(step == "submit" ? service.Admin : reviewer, $"{policy}/versions/1/{step}", null);
        return policy;
    }

    private async Task<HttpClient> ReviewerAsync() => service.ClientOf(await service.AddUserAsync(superuser: true));

    private static async Task StepAsync(HttpClient client, string path, object? body) => (await client.Post(path, body)).MustBe(HttpStatusCode.OK);
}
