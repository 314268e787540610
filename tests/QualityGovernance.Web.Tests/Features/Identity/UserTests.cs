using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Tests.Features.Identity;

public abstract class UserTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/users";

    [Fact]
    public async Task A_user_is_created_found_changed_and_deleted()
    {
        var role = await RoleAsync("policy:read");
        var created = (await service.Admin.Post(Path, new
        {
            email = "Ann@Example.org",
            first_name = "Ann",
            last_name = "Archer",
            password = "long enough",
            department = "Stores",
            role_ids = new[] { role },
        })).MustBe(HttpStatusCode.Created);
        created.Body.GetProperty("roles").EnumerateArray().Single().GetProperty("id").GetInt32().ShouldBe(role);
        created.Text.ShouldNotContain("long enough");

        (await service.Admin.Get($"{Path}/{created.Id}")).Text.ShouldBe(created.Text);
        (await service.Admin.Get($"{Path}?search=aRCHer")).Items.Single().GetProperty("id").GetInt32().ShouldBe(created.Id);
        (await service.Admin.Get($"{Path}?department=Stores&is_active=true")).Items.Single().GetProperty("id").GetInt32().ShouldBe(created.Id);
        (await service.Admin.Get($"{Path}?department=Stores&is_active=false")).Total.ShouldBe(0);
        (await service.Admin.Get($"{Path}?search=%25")).Total.ShouldBe(0);

        var changed = (await service.Admin.Patch($"{Path}/{created.Id}", new { last_name = "Baker", department = (string?)null, role_ids = Array.Empty<int>() })).MustBe(HttpStatusCode.OK);
        changed["last_name"].ShouldBe("Baker");
        changed.Body.GetProperty("department").ValueKind.ShouldBe(JsonValueKind.Null);
        changed.Body.GetProperty("roles").GetArrayLength().ShouldBe(0);

        (await service.Admin.Delete($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await service.Admin.Get($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await service.Anonymous.Post("/api/v1/auth/login", new { email = "ann@example.org", password = "long enough" })).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_user_without_roles_is_an_answer_like_any_other()
    {
        var created = (await service.Admin.Post(Path, Person("no.roles@example.org"))).MustBe(HttpStatusCode.Created);
        created.Body.GetProperty("roles").GetArrayLength().ShouldBe(0);
        (await service.Admin.Get($"{Path}/{created.Id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_belongs_to_one_account_in_any_case_until_that_is_deleted()
    {
        var first = (await service.Admin.Post(Path, Person("only@example.org"))).MustBe(HttpStatusCode.Created);
        (await service.Admin.Post(Path, Person("ONLY@example.org"))).Status.ShouldBe(HttpStatusCode.Conflict);
        var other = await service.AddUserAsync();
        (await service.Admin.Patch($"{Path}/{other}", new { email = "only@Example.org" })).Status.ShouldBe(HttpStatusCode.Conflict);

        await service.Admin.Delete($"{Path}/{first.Id}");
        (await service.Admin.Post(Path, Person("only@example.org"))).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Of_many_accounts_for_one_address_made_at_once_one_is_there()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => service.Admin.Post(Path, Person("race@example.org"))));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(5);
    }

    [Theory]
    [InlineData("""{"email":"x","first_name":"A","last_name":"B","password":"long enough"}""", "email")]
    [InlineData("""{"email":"a@b.c","first_name":"","last_name":"B","password":"long enough"}""", "first_name")]
    [InlineData("""{"email":"a@b.c","first_name":"A","password":"long enough"}""", "last_name")]
    [InlineData("""{"email":"a@b.c","first_name":"A","last_name":"B","password":"short"}""", "password")]
    [InlineData("""{"email":"a@b.c","first_name":"A","last_name":"B","password":"long enough","phone":"012345678901234567890"}""", "phone")]
    [InlineData("""{"email":"a@b.c","first_name":"A","last_name":"B","password":"long enough","role_ids":[999999]}""", "role_ids")]
    [InlineData("""{"email":"a@b.c","first_name":"A","last_name":"B","password":"long enough","is_superuser":true}""", "is_superuser")]
    public async Task What_is_wrong_is_named_and_nothing_is_written(string body, string field)
    {
        (await service.Admin.Post(Path, body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldContain(field);
        (await service.InDatabaseAsync(db => db.Set<User>().AnyAsync(user => user.EmailKey == "a@b.c"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_disables_or_deletes_themselves()
    {
        (await service.Admin.Patch($"{Path}/{service.AdminId}", new { is_active = false })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await service.Admin.Delete($"{Path}/{service.AdminId}")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await service.Admin.Get("/api/v1/auth/me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_superuser_is_out_of_reach_for_everybody_else()
    {
        var manager = await service.ClientWithPermissionsAsync("user:update", "user:delete");
        (await manager.Patch($"{Path}/{service.AdminId}", new { first_name = "Taken" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await manager.Delete($"{Path}/{service.AdminId}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nobody_gives_a_role_that_they_do_not_have()
    {
        var (own, view, mighty) = (await RoleAsync("user:create", "user:update", "role:assign"), await RoleAsync(), await RoleAsync("audit:read"));
        var (managerId, target) = (await service.AddUserAsync(), await service.AddUserAsync());
        await GiveAsync(service.Admin, managerId, own);
        var manager = service.ClientOf(managerId);

        foreach (var role in new[] { view, mighty })
        {
            var name = (await service.Admin.Get("/api/v1/users/roles/")).Body.EnumerateArray().Single(one => one.GetProperty("id").GetInt32() == role).GetProperty("name").GetString()!;
            (await GiveAsync(manager, target, role)).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain(name);
            (await GiveAsync(manager, managerId, own, role)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await manager.Post(Path, new { email = "given@example.org", first_name = "A", last_name = "B", password = "long enough", role_ids = new[] { role } })).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await GiveAsync(manager, target, own)).Status.ShouldBe(HttpStatusCode.OK);
        (await GiveAsync(service.Admin, target, own, view)).Status.ShouldBe(HttpStatusCode.OK);
        (await GiveAsync(manager, target, view)).MustBe(HttpStatusCode.OK).Body.GetProperty("roles").EnumerateArray().Single().GetProperty("id").GetInt32().ShouldBe(view, "what is there may stay, and may be taken");
        (await GiveAsync(manager, target, 999_999)).WrongFields.ShouldBe(["role_ids"]);
        (await GiveAsync(manager, managerId)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_may_not_assign_roles_is_told_what_it_needs()
    {
        var role = await RoleAsync("policy:read");
        var clerk = await service.ClientWithPermissionsAsync("user:update", "policy:read");
        (await GiveAsync(clerk, await service.AddUserAsync(), role)).MustBe(HttpStatusCode.Forbidden).Message.ShouldContain("role:assign");
    }

    private static Task<Answer> GiveAsync(HttpClient giver, int user, params int[] roles) => giver.Patch($"{Path}/{user}", new { role_ids = roles });

    private static object Person(string email) => new { email, first_name = "A", last_name = "B", password = "long enough" };

    private async Task<int> RoleAsync(params string[] permissions) =>
        (await service.Admin.Post("/api/v1/users/roles/", new { name = $"{Guid.CreateVersion7():N}", permissions = string.Join(',', permissions) })).MustBe(HttpStatusCode.Created).Id;
}

[Trait("Needs", "Engine")]
public sealed class UserTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : UserTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class UserTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : UserTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
