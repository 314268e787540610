using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Security;

public sealed class PermissionMatrixTests(ServiceUnderTest<OnSqlite> service) : IClassFixture<ServiceUnderTest<OnSqlite>>
{
    // Read beside the endpoints on purpose: whoever changes who may do what changes it in two places.
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["POST /api/v1/auth/login"] = "anyone",
        ["POST /api/v1/auth/refresh"] = "anyone",
        ["GET /api/v1/auth/me"] = "login",
        ["POST /api/v1/auth/change-password"] = "login",
        ["GET /api/v1/meta/version"] = "anyone",
        ["GET /api/v1/users"] = "user:read",
        ["POST /api/v1/users"] = "user:create",
        ["GET /api/v1/users/{user_id}"] = "user:read",
        ["PATCH /api/v1/users/{user_id}"] = "user:update",
        ["DELETE /api/v1/users/{user_id}"] = "user:delete",
        ["GET /api/v1/users/roles"] = "role:read",
        ["POST /api/v1/users/roles"] = "role:create",
        ["PATCH /api/v1/users/roles/{role_id}"] = "role:update",
        ["GET /api/v1/policies"] = "policy:read",
        ["POST /api/v1/policies"] = "policy:create",
        ["GET /api/v1/policies/{policy_id}"] = "policy:read",
        ["PUT /api/v1/policies/{policy_id}"] = "policy:update",
        ["DELETE /api/v1/policies/{policy_id}"] = "policy:delete",
        ["GET /api/v1/policies/{policy_id}/versions"] = "policy:read",
        ["POST /api/v1/policies/{policy_id}/versions"] = "policy:update",
        ["GET /api/v1/policies/{policy_id}/versions/{number}"] = "policy:read",
        ["PUT /api/v1/policies/{policy_id}/versions/{number}"] = "policy:update",
        ["DELETE /api/v1/policies/{policy_id}/versions/{number}"] = "policy:update",
        ["POST /api/v1/policies/{policy_id}/versions/{number}/submit"] = "policy:update",
        ["POST /api/v1/policies/{policy_id}/versions/{number}/approve"] = "policy:approve",
        ["POST /api/v1/policies/{policy_id}/versions/{number}/reject"] = "policy:approve",
        ["POST /api/v1/policies/{policy_id}/versions/{number}/publish"] = "policy:publish",
        ["POST /api/v1/policies/{policy_id}/versions/{number}/retire"] = "policy:publish",
        ["GET /api/v1/policies/{policy_id}/acknowledgements"] = "policy:read_acknowledgements",
        ["POST /api/v1/policies/{policy_id}/acknowledgements"] = "policy:acknowledge",
        ["GET /api/v1/incidents"] = "incident:read",
        ["POST /api/v1/incidents"] = "incident:create",
        ["GET /api/v1/incidents/{incident_id}"] = "incident:read",
        ["PATCH /api/v1/incidents/{incident_id}"] = "incident:update",
        ["DELETE /api/v1/incidents/{incident_id}"] = "incident:delete",
        ["GET /api/v1/standards"] = "standard:read",
        ["POST /api/v1/standards"] = "standard:create",
        ["GET /api/v1/standards/{standard_id}"] = "standard:read",
        ["PATCH /api/v1/standards/{standard_id}"] = "standard:update",
        ["GET /api/v1/standards/{standard_id}/statement-of-applicability"] = "standard:read",
        ["GET /api/v1/standards/{standard_id}/clauses"] = "standard:read",
        ["POST /api/v1/standards/{standard_id}/clauses"] = "clause:create",
        ["GET /api/v1/standards/clauses/{clause_id}"] = "standard:read",
        ["PATCH /api/v1/standards/clauses/{clause_id}"] = "clause:update",
        ["POST /api/v1/standards/clauses/{clause_id}/controls"] = "control:create",
        ["GET /api/v1/standards/controls/{control_id}"] = "standard:read",
        ["PATCH /api/v1/standards/controls/{control_id}"] = "control:update",
        ["GET /api/v1/risks"] = "risk:read",
        ["POST /api/v1/risks"] = "risk:create",
        ["GET /api/v1/risks/statistics"] = "risk:read",
        ["GET /api/v1/risks/matrix"] = "risk:read",
        ["GET /api/v1/risks/{risk_id}"] = "risk:read",
        ["PATCH /api/v1/risks/{risk_id}"] = "risk:update",
        ["DELETE /api/v1/risks/{risk_id}"] = "risk:delete",
        ["GET /api/v1/risks/{risk_id}/controls"] = "risk:read",
        ["POST /api/v1/risks/{risk_id}/controls"] = "risk_control:create",
        ["PATCH /api/v1/risks/controls/{control_id}"] = "risk_control:update",
        ["DELETE /api/v1/risks/controls/{control_id}"] = "risk_control:delete",
        ["GET /api/v1/risks/{risk_id}/assessments"] = "risk:read",
        ["POST /api/v1/risks/{risk_id}/assessments"] = "risk:assess",
        ["GET /api/v1/audits/templates"] = "audit_template:read",
        ["POST /api/v1/audits/templates"] = "audit_template:create",
        ["GET /api/v1/audits/templates/{template_id}"] = "audit_template:read",
        ["PATCH /api/v1/audits/templates/{template_id}"] = "audit_template:update",
        ["DELETE /api/v1/audits/templates/{template_id}"] = "audit_template:delete",
        ["POST /api/v1/audits/templates/{template_id}/publish"] = "audit_template:publish",
        ["POST /api/v1/audits/templates/{template_id}/clone"] = "audit_template:create",
        ["POST /api/v1/audits/templates/{template_id}/versions"] = "audit_template:create",
        ["POST /api/v1/audits/templates/{template_id}/sections"] = "audit_template:update",
        ["PATCH /api/v1/audits/sections/{section_id}"] = "audit_template:update",
        ["DELETE /api/v1/audits/sections/{section_id}"] = "audit_template:update",
        ["POST /api/v1/audits/templates/{template_id}/questions"] = "audit_template:update",
        ["PATCH /api/v1/audits/questions/{question_id}"] = "audit_template:update",
        ["DELETE /api/v1/audits/questions/{question_id}"] = "audit_template:update",
        ["GET /api/v1/audits/runs"] = "audit_run:read",
        ["POST /api/v1/audits/runs"] = "audit_run:create",
        ["GET /api/v1/audits/runs/{run_id}"] = "audit_run:read",
        ["PATCH /api/v1/audits/runs/{run_id}"] = "audit_run:update",
        ["POST /api/v1/audits/runs/{run_id}/start"] = "audit_run:conduct",
        ["POST /api/v1/audits/runs/{run_id}/complete"] = "audit_run:conduct",
        ["POST /api/v1/audits/runs/{run_id}/responses"] = "audit_run:conduct",
        ["PATCH /api/v1/audits/responses/{response_id}"] = "audit_run:conduct",
        ["GET /api/v1/audits/findings"] = "audit_finding:read",
        ["POST /api/v1/audits/runs/{run_id}/findings"] = "audit_finding:create",
        ["PATCH /api/v1/audits/findings/{finding_id}"] = "audit_finding:update",
        ["GET /api/v1/complaints"] = "complaint:read",
        ["POST /api/v1/complaints"] = "complaint:create",
        ["GET /api/v1/complaints/{complaint_id}"] = "complaint:read",
        ["PATCH /api/v1/complaints/{complaint_id}"] = "complaint:update",
        ["DELETE /api/v1/complaints/{complaint_id}"] = "complaint:delete",
        ["GET /api/v1/rtas"] = "rta:read",
        ["POST /api/v1/rtas"] = "rta:create",
        ["GET /api/v1/rtas/{rta_id}"] = "rta:read",
        ["PATCH /api/v1/rtas/{rta_id}"] = "rta:update",
        ["DELETE /api/v1/rtas/{rta_id}"] = "rta:delete",
        ["GET /api/v1/rta"] = "collision:read",
        ["POST /api/v1/rta"] = "collision:create",
        ["GET /api/v1/rta/{collision_id}"] = "collision:read",
        ["PATCH /api/v1/rta/{collision_id}"] = "collision:update",
        ["DELETE /api/v1/rta/{collision_id}"] = "collision:delete",
        ["GET /api/v1/incidents/{incident_id}/rtas"] = "rta:read",
        ["POST /api/v1/rta/{collision_id}/third-parties"] = "collision:update",
        ["PATCH /api/v1/rta/{collision_id}/third-parties/{third_party_id}"] = "collision:update",
        ["DELETE /api/v1/rta/{collision_id}/third-parties/{third_party_id}"] = "collision:update",
        ["GET /api/v1/audits/findings/{finding_id}/actions"] = "action:read",
        ["POST /api/v1/audits/findings/{finding_id}/actions"] = "action:create",
        ["GET /api/v1/risks/{risk_id}/actions"] = "action:read",
        ["POST /api/v1/risks/{risk_id}/actions"] = "action:create",
        ["GET /api/v1/rta/actions"] = "action:read",
        ["GET /api/v1/incidents/{incident_id}/actions"] = "action:read",
        ["POST /api/v1/incidents/{incident_id}/actions"] = "action:create",
        ["GET /api/v1/complaints/{complaint_id}/actions"] = "action:read",
        ["POST /api/v1/complaints/{complaint_id}/actions"] = "action:create",
        ["GET /api/v1/rta/{collision_id}/actions"] = "action:read",
        ["POST /api/v1/rta/{collision_id}/actions"] = "action:create",
        ["GET /api/v1/actions"] = "action:read",
        ["POST /api/v1/actions"] = "action:create",
        ["GET /api/v1/actions/{action_id}"] = "action:read",
        ["PATCH /api/v1/actions/{action_id}"] = "action:update",
        ["DELETE /api/v1/actions/{action_id}"] = "action:delete",
        ["POST /api/v1/actions/{action_id}/start"] = "action:update",
        ["POST /api/v1/actions/{action_id}/complete"] = "action:update",
        ["POST /api/v1/actions/{action_id}/verify"] = "action:verify",
        ["POST /api/v1/actions/{action_id}/judge"] = "action:judge",
        ["POST /api/v1/actions/{action_id}/reopen"] = "action:update",
        ["POST /api/v1/actions/{action_id}/cancel"] = "action:cancel",
        ["GET /api/v1/audit-trail"] = "audit:read",
        ["GET /api/v1/audit-trail/head"] = "audit:read",
        ["GET /api/v1/audit-trail/export"] = "audit:export",
    };

    [Fact]
    public void Every_operation_states_who_may_call_it() => EndpointAccess.Unstated(Endpoints()).ShouldBeEmpty();

    [Fact]
    public void A_planted_operation_that_states_nothing_is_found()
    {
        var planted = new RouteEndpoint(_ => Task.CompletedTask, Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/api/v1/planted"), 0, new EndpointMetadataCollection(), "planted");
        EndpointAccess.Unstated(Endpoints().Append(planted)).ShouldBe(["planted"]);
    }

    [Fact]
    public void Every_operation_needs_exactly_the_permission_that_is_written_here()
    {
        var actual = Endpoints().OfType<RouteEndpoint>()
            .Where(endpoint => Path(endpoint).StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(method => (Operation: $"{method} {Path(endpoint)}", Access: AccessOf(endpoint))))
            .ToDictionary(pair => pair.Operation, pair => pair.Access);

        Lines(actual.Except(Expected)).ShouldBeEmpty($"what the service asks for; let {nameof(PermissionMatrixTests)}.{nameof(Expected)} say it too, if it is meant");
        Lines(Expected.Except(actual)).ShouldBeEmpty($"what {nameof(PermissionMatrixTests)}.{nameof(Expected)} says and the service does not ask for");

        static IEnumerable<string> Lines(IEnumerable<KeyValuePair<string, string>> pairs) => pairs.Select(pair => $"{pair.Key}: {pair.Value}");
    }

    [Fact]
    public async Task Each_permission_opens_its_own_operations_and_no_other() => (await WrongAsync(Expected)).ShouldBeEmpty();

    [Fact]
    public async Task A_planted_operation_that_lets_the_wrong_people_in_is_found()
    {
        var wrong = await WrongAsync(new()
        {
            ["GET /api/v1/policies"] = "policy:delete",
            ["GET /api/v1/auth/me"] = "anyone",
            ["GET /api/v1/meta/version"] = "login",
            ["GET /api/v1/incidents"] = "login",
        });

        foreach (var operation in new[] { "GET /api/v1/policies with policy:read", "GET /api/v1/policies with policy:delete", "GET /api/v1/auth/me with no login", "GET /api/v1/meta/version with no login", "GET /api/v1/incidents with no permission" })
            wrong.ShouldContain(line => line.StartsWith(operation, StringComparison.Ordinal));
    }

    /// <summary>Walks every operation as nobody, as somebody without a permission, with each permission there is, and as a superuser.</summary>
    private async Task<IReadOnlyList<string>> WrongAsync(Dictionary<string, string> expected)
    {
        var catalogue = service.Services.GetRequiredService<PermissionCatalogue>();
        var clients = new Dictionary<string, HttpClient>
        {
            ["no login"] = service.Anonymous,
            ["no permission"] = service.ClientOf(await service.AddUserAsync()),
            ["everything"] = service.Admin,
        };
        foreach (var permission in catalogue.Names) clients[permission] = await service.ClientWithPermissionsAsync(permission);

        var wrong = new List<string>();
        foreach (var (operation, access) in expected)
        {
            foreach (var (who, client) in clients)
            {
                var status = await StatusAsync(client, operation);
                var isRefused = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
                var refusal = access == "anyone" || who == "everything" || who == access || (access == "login" && who != "no login")
                    ? (HttpStatusCode?)null
                    : who == "no login" ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden;
                if ((refusal is null && (isRefused || (int)status >= 500)) || (refusal is not null && status != refusal))
                    wrong.Add($"{operation} with {who} is answered with {(int)status}");
            }
        }

        return wrong;
    }

    [Fact]
    public async Task A_refusal_names_the_permission_that_is_missing()
    {
        var client = await service.ClientWithPermissionsAsync("policy:read");
        (await client.Post("/api/v1/policies", new { title = "x" })).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("policy:create");
    }

    [Fact]
    public async Task A_permission_that_is_taken_away_ends_at_once()
    {
        var user = await service.AddUserAsync(permissions: "policy:read");
        var client = service.ClientOf(user);
        (await client.Get("/api/v1/policies")).Status.ShouldBe(HttpStatusCode.OK);

        (await service.Admin.Patch($"/api/v1/users/{user}", new { role_ids = Array.Empty<int>() })).MustBe(HttpStatusCode.OK);

        (await client.Get("/api/v1/policies")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string operation)
    {
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1]);
        // An id that is not there, and an empty body: who is let in gets 404 or 422, and nothing changes.
        var address = System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", "999999", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        return (await client.Send(new HttpMethod(method), address, method is "POST" or "PUT" or "PATCH" ? new { } : null)).Status;
    }

    private static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private static string AccessOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anyone" : endpoint.Metadata.GetMetadata<Permission>()?.Name ?? "login";

    private IReadOnlyList<Endpoint> Endpoints() => service.Services.GetRequiredService<EndpointDataSource>().Endpoints;
}
