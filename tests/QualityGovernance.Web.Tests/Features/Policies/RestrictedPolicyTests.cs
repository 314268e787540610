using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Tests.Features.Policies;

public abstract class RestrictedPolicyTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/policies";
    private const string Title = "Known to few";

    [Fact]
    public async Task Every_operation_answers_a_reader_who_may_not_open_a_policy_as_if_there_were_none()
    {
        var hidden = await RestrictedAsync(Title, []);
        var outsider = await ClientWithEverythingAsync();
        var (before, walked) = (await service.InDatabaseAsync(db => db.AuditEntries.CountAsync()), 0);

        foreach (var (method, pattern) in Operations())
        {
            var path = pattern.Replace("{policy_id}", $"{hidden}", StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal);
            var nowhere = pattern.Replace("{policy_id}", "999999", StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal);
            object? body = path.EndsWith("acknowledgements", StringComparison.Ordinal) && method == HttpMethod.Post ? new { version = 1 } : method == HttpMethod.Put ? new { title = "x" } : null;

            var answer = await outsider.Send(method, path, body);

            answer.Status.ShouldBe(HttpStatusCode.NotFound, $"{method} {path}: {answer.Text}");
            answer.Text.ShouldNotContain(Title);
            answer.Message.ShouldBe((await outsider.Send(method, nowhere, body)).Message.Replace("999999", $"{hidden}", StringComparison.Ordinal), $"{method} {path} tells it apart from one that is not there");
            walked++;
        }

        walked.ShouldBeGreaterThan(12);
        foreach (var address in new[] { "", "/versions", "/versions/1", "/acknowledgements" })
            (await service.Admin.Get($"{Path}/{hidden}{address}")).Status.ShouldBe(HttpStatusCode.OK, $"{address} is there for those who may open it");
        (await service.InDatabaseAsync(db => db.AuditEntries.CountAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task Nothing_can_be_made_to_point_to_it()
    {
        var outsider = await ClientWithEverythingAsync();
        var hidden = await RestrictedAsync(Title, []);
        var risk = (await outsider.Post("/api/v1/risks", new { title = "t", description = "d" })).MustBe(HttpStatusCode.Created).Id;

        var refused = (await outsider.Post("/api/v1/risks", new { title = "t", description = "d", linked_policy_ids = new[] { hidden } })).MustBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.Replace($"{hidden}", "999999", StringComparison.Ordinal).ShouldContain("There is no policy 999999.");
        (await outsider.Patch($"/api/v1/risks/{risk}", new { linked_policy_ids = new[] { hidden } })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["linked_policy_ids"]);

        (await service.Admin.Patch($"/api/v1/risks/{risk}", new { linked_policy_ids = new[] { hidden } })).MustBe(HttpStatusCode.OK);
        (await outsider.Patch($"/api/v1/risks/{risk}", new { title = "u", linked_policy_ids = new[] { hidden } })).MustBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_is_in_no_list_and_in_no_total()
    {
        var outsider = await ClientWithEverythingAsync();
        (await service.Admin.Post(Path, new { title = "Known to all" })).MustBe(HttpStatusCode.Created);
        var (policies, trail) = ((await outsider.Get(Path)).MustBe(HttpStatusCode.OK).Total, (await outsider.Get("/api/v1/audit-trail")).MustBe(HttpStatusCode.OK).Total);
        trail.ShouldBeGreaterThan(0);

        var hidden = await RestrictedAsync(Title, []);

        var list = await outsider.Get($"{Path}?page_size=100");
        (list.Total, list.Text.Contains(Title, StringComparison.Ordinal)).ShouldBe((policies, false));
        (await outsider.Get($"{Path}?overdue=false&status=draft&page_size=100")).Text.ShouldNotContain(Title);
        var entries = await outsider.Get("/api/v1/audit-trail?page_size=100");
        (entries.Total, entries.Text.Contains(Title, StringComparison.Ordinal)).ShouldBe((trail, false));
        (await outsider.Get($"/api/v1/audit-trail?entity_type=policy&entity_id={hidden}")).Total.ShouldBe(0);
        (await service.Admin.Get($"/api/v1/audit-trail?entity_type=policy&entity_id={hidden}")).Total.ShouldBeGreaterThan(0);

        (await service.Admin.Delete($"{Path}/{hidden}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await outsider.Get($"/api/v1/audit-trail?entity_type=policy&entity_id={hidden}")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Users_and_roles_that_are_named_open_it_and_are_those_it_is_addressed_to()
    {
        var named = await service.AddUserAsync(permissions: ["policy:read"]);
        var holder = await service.AddUserAsync(permissions: ["policy:read"]);
        var role = await service.InDatabaseAsync(db => db.Set<UserRole>().Where(assigned => assigned.UserId == holder).Select(assigned => assigned.RoleId).SingleAsync());
        var hidden = await RestrictedAsync("Known to those named", [named], [role]);

        foreach (var reader in new[] { named, holder })
        {
            (await service.ClientOf(reader).Get($"{Path}/{hidden}")).MustBe(HttpStatusCode.OK)["visibility"].ShouldBe("restricted");
            (await service.ClientOf(reader).Get($"{Path}?page_size=100")).Text.ShouldContain("Known to those named");
        }

        var addressed = (await service.Admin.Get($"{Path}/{hidden}/acknowledgements")).MustBe(HttpStatusCode.OK);
        addressed.Items.Select(item => item.GetProperty("user_id").GetInt32()).ShouldBe([named, holder]);
        (await service.Admin.Put($"{Path}/{hidden}", new { allowed_user_ids = Array.Empty<int>(), allowed_role_ids = (int[]?)null })).MustBe(HttpStatusCode.OK);
        (await service.ClientOf(named).Get($"{Path}/{hidden}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Admin.Put($"{Path}/{hidden}", new { visibility = "everyone" })).MustBe(HttpStatusCode.OK);
        (await service.ClientOf(holder).Get($"{Path}/{hidden}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Its_author_opens_it_and_nobody_is_named_who_is_not_there()
    {
        var author = await service.ClientWithPermissionsAsync("policy:create", "policy:read", "policy:update");
        var own = (await author.Post(Path, new { title = "Mine", visibility = "restricted" })).MustBe(HttpStatusCode.Created);
        (await author.Get($"{Path}/{own.Id}")).Status.ShouldBe(HttpStatusCode.OK);

        (await author.Put($"{Path}/{own.Id}", new { allowed_user_ids = new[] { 999_999 }, allowed_role_ids = new[] { 999_998 } })).WrongFields.ShouldBe(["allowed_user_ids", "allowed_role_ids"]);
        (await author.Post(Path, new { title = "x", allowed_role_ids = new[] { -1 } })).WrongFields.ShouldBe(["allowed_role_ids"]);
        (await author.Put($"{Path}/{own.Id}", new { allowed_user_ids = Enumerable.Range(1, 101) })).WrongFields.ShouldBe(["allowed_user_ids"]);
        (await author.Put($"{Path}/{own.Id}", """{"visibility":"secret"}""")).WrongFields.ShouldBe(["visibility"]);
        (await author.Put($"{Path}/{own.Id}", """{"visibility":null}""")).WrongFields.ShouldBe(["visibility"]);
    }

    private async Task<int> RestrictedAsync(string title, int[] users, params int[] roles) =>
        (await service.Admin.Post(Path, new { title, content = title, visibility = "restricted", allowed_user_ids = users, allowed_role_ids = roles })).MustBe(HttpStatusCode.Created).Id;

    private Task<HttpClient> ClientWithEverythingAsync() => service.ClientWithPermissionsAsync([.. service.Services.GetRequiredService<PermissionCatalogue>().Names]);

    private IEnumerable<(HttpMethod Method, string Pattern)> Operations() =>
        from endpoint in service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = "/" + Regex.Replace(endpoint.RoutePattern.RawText!, "^/|/$", "", RegexOptions.None, TimeSpan.FromSeconds(1))
        where pattern.StartsWith($"{Path}/{{policy_id}}", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
        select (new HttpMethod(method), pattern);
}

[Trait("Needs", "Engine")]
public sealed class RestrictedPolicyTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : RestrictedPolicyTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class RestrictedPolicyTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : RestrictedPolicyTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
