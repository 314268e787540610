using System.Net;
using System.Text.Json;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Data;

/// <summary>Calls every operation so that it succeeds, each in the form that asks most of the database: with all links, while closing, with whatever follows from it.</summary>
internal sealed partial class OperationWalk(IServiceUnderTest service)
{
    private HttpClient _other = null!;
    private int _otherId;

    /// <summary>Hears every answer.</summary>
    public Action<HttpMethod, string, Answer>? Answered { get; init; }

    private string Tomorrow => service.Time.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    public async Task AllAsync()
    {
        _otherId = await service.AddUserAsync(superuser: true);
        _other = service.ClientOf(_otherId);
        foreach (var path in new[] { "/healthz", "/health", "/readyz", "/api/v1/meta/version" }) await Get(path);
        await IdentityAsync();
        await PoliciesAsync();
        var (clause, control) = await StandardsAsync();
        var incident = await IncidentsAsync();
        var risk = await RisksAsync(clause, control, incident);
        await ComplaintsAsync();
        await CollisionsAsync();
        await AuditsAsync(clause, control, risk);
        await ActionsAsync(incident);
        foreach (var part in new[] { "?page_size=1", "/head", "/export" }) await Get($"/api/v1/audit-trail{part}");
    }

    private async Task IdentityAsync()
    {
        var role = await Post("/api/v1/users/roles", """{"name":"Reader","permissions":"incident:read"}""");
        await Get("/api/v1/users/roles");
        await Patch($"/api/v1/users/roles/{role}", """{"permissions":"incident:read,policy:read"}""");
        var second = await Post("/api/v1/users/roles", """{"name":"Second","permissions":"incident:read"}""");
        var user = await Post("/api/v1/users", $$"""{"email":"walk@example.org","first_name":"A","last_name":"B","password":"A long passphrase 1","role_ids":[{{role}}]}""");
        await Listed("/api/v1/users", user);
        await Patch($"/api/v1/users/{user}", $$"""{"email":"walks@example.org","role_ids":[{{second}}],"is_active":true}""");
        var pair = await Sent(HttpMethod.Post, "/api/v1/auth/login", """{"email":"walks@example.org","password":"A long passphrase 1"}""", service.Anonymous);
        var own = service.ClientWith(pair["access_token"]);
        await Sent(HttpMethod.Post, "/api/v1/auth/refresh", JsonSerializer.Serialize(new { refresh_token = pair["refresh_token"] }), service.Anonymous);
        await Sent(HttpMethod.Get, "/api/v1/auth/me", null, own);
        await Sent(HttpMethod.Post, "/api/v1/auth/change-password", """{"current_password":"A long passphrase 1","new_password":"A longer passphrase 2"}""", own);
        await Delete($"/api/v1/users/{user}");
    }

    private async Task PoliciesAsync()
    {
        var policy = await Post("/api/v1/policies", $$"""{"title":"t","content":"c","visibility":"restricted","allowed_user_ids":[{{_otherId}}],"allowed_role_ids":[1]}""");
        var address = $"/api/v1/policies/{policy}";
        await Listed("/api/v1/policies", policy);
        await Post("/api/v1/policies", """{"title":"t","reference_number":"POL-2026-0900"}""");
        for (var number = 1; number <= 2; number++)
        {
            var version = $"{address}/versions/{number}";
            if (number > 1) await Send(HttpMethod.Post, $"{address}/versions", "{}");
            await Send(HttpMethod.Put, version, """{"content":"d"}""");
            foreach (var step in new[] { "submit", "reject", "submit" }) await Send(HttpMethod.Post, $"{version}/{step}", "{}");
            foreach (var step in new[] { "approve", "publish" }) await Sent(HttpMethod.Post, $"{version}/{step}", "{}", _other);
            await Send(HttpMethod.Post, $"{address}/acknowledgements", $$"""{"version":{{number}}}""");
        }

        await Send(HttpMethod.Post, $"{address}/versions", "{}");
        await Delete($"{address}/versions/3");
        foreach (var part in new[] { "versions?page_size=1", "versions/2", "acknowledgements" }) await Get($"{address}/{part}");
        await Send(HttpMethod.Put, address, $$"""{"review_date":"2026-12-31","allowed_user_ids":[{{service.AdminId}}],"allowed_role_ids":[2]}""");
        await Sent(HttpMethod.Post, $"{address}/versions/2/retire", "{}", _other);
        await Delete(address);
    }

    private async Task<(int Clause, int Control)> StandardsAsync()
    {
        var standard = await Post("/api/v1/standards", """{"code":"W1","name":"Walk","full_name":"Walked","version":"1"}""");
        await Listed("/api/v1/standards", standard);
        await Patch($"/api/v1/standards/{standard}", """{"code":"W2","name":"n"}""");
        var top = await Post($"/api/v1/standards/{standard}/clauses", """{"clause_number":"1","title":"t"}""");
        var clause = await Post($"/api/v1/standards/{standard}/clauses", $$"""{"clause_number":"1.1","title":"t","parent_clause_id":{{top}}}""");
        await Get($"/api/v1/standards/{standard}/clauses?parent_clause_id={top}");
        await Get($"/api/v1/standards/clauses/{clause}");
        await Patch($"/api/v1/standards/clauses/{clause}", """{"clause_number":"2","parent_clause_id":null}""");
        var control = await Post($"/api/v1/standards/clauses/{clause}/controls", """{"control_number":"2.1","title":"t"}""");
        await Get($"/api/v1/standards/controls/{control}");
        await Patch($"/api/v1/standards/controls/{control}", """{"control_number":"2.2"}""");
        await Get($"/api/v1/standards/{standard}/statement-of-applicability");
        return (clause, control);
    }

    private async Task<int> Post(string path, string body) => (await Send(HttpMethod.Post, path, body)).Id;

    private Task<Answer> Patch(string path, string body) => Send(HttpMethod.Patch, path, body);

    private Task<Answer> Get(string path) => Send(HttpMethod.Get, path, null);

    private Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path, null);

    /// <summary>The list, the place behind its first page, and the record itself.</summary>
    private async Task Listed(string path, int id)
    {
        var list = await Get($"{path}?page_size=1");
        if (list.Body.TryGetProperty("next_after", out var after) && after.GetString() is { } place) await Get($"{path}?page_size=1&after={Uri.EscapeDataString(place)}");
        await Get($"{path}/{id}");
    }

    private Task<Answer> Send(HttpMethod method, string path, string? body) => Sent(method, path, body, service.Admin);

    private async Task<Answer> Sent(HttpMethod method, string path, string? body, HttpClient client)
    {
        var answer = await client.Send(method, path, body is "" ? null : body);
        ((int)answer.Status).ShouldBeInRange(200, 299, $"{method} {path}: {answer.Text}");
        Answered?.Invoke(method, path, answer);
        if (method == HttpMethod.Get && answer.EntityTag is { } tag) await AgainAsync(path, tag, client);
        // What was made can be read at the address that the answer names.
        if (answer.Headers.Location is { } made) (await service.Admin.Get(made.ToString())).Status.ShouldBe(HttpStatusCode.OK, $"{method} {path} names {made}");
        return answer;
    }

    /// <summary>Who has it is told so. What changes by itself, as the head of the audit trail does, may have changed: then it is asked once more.</summary>
    private async Task AgainAsync(string path, string tag, HttpClient client)
    {
        var again = await client.Send(HttpMethod.Get, path, null, ("If-None-Match", tag));
        if (again.Status == HttpStatusCode.OK && again.EntityTag != tag) again = await client.Send(HttpMethod.Get, path, null, ("If-None-Match", again.EntityTag!));
        again.Status.ShouldBe(HttpStatusCode.NotModified, path);
        Answered?.Invoke(HttpMethod.Get, path, again);
    }
}
