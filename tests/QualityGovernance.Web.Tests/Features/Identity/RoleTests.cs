using System.Net;
using System.Text.Json;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.Identity;

public abstract class RoleTests(IServiceUnderTest service)
{
    private const string Path = "/api/v1/users/roles/";

    [Theory]
    [InlineData("policy:read, audit:read,policy:read", """["audit:read","policy:read"]""")]
    [InlineData("""["policy:read","audit:read"]""", """["audit:read","policy:read"]""")]
    [InlineData("policy:read", """["policy:read"]""")]
    public async Task Permissions_are_accepted_in_both_forms_and_answered_in_one(string given, string answered)
    {
        var role = (await service.Admin.Post(Path, new { name = Name(), permissions = given })).MustBe(HttpStatusCode.Created);
        role["permissions"].ShouldBe(answered);
        role.Body.GetProperty("is_system_role").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    public async Task No_permissions_are_null(string given) =>
        (await service.Admin.Post(Path, new { name = Name(), permissions = given })).MustBe(HttpStatusCode.Created).Body.GetProperty("permissions").ValueKind.ShouldBe(JsonValueKind.Null);

    [Theory]
    [InlineData("policy:fly")]
    [InlineData("Policy:read")]
    [InlineData("*")]
    [InlineData("""["policy:read",""")]
    [InlineData("""["policy:read",null]""")]
    [InlineData("""[1]""")]
    public async Task What_is_no_permission_is_refused(string given)
    {
        (await service.Admin.Post(Path, new { name = Name(), permissions = given })).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldBe(["permissions"]);
    }

    [Fact]
    public async Task Roles_are_listed_as_a_plain_array_with_and_without_the_slash()
    {
        var name = Name();
        await service.Admin.Post(Path, new { name, description = "Listed" });
        foreach (var path in new[] { Path, Path.TrimEnd('/') })
            (await service.Admin.Get(path)).MustBe(HttpStatusCode.OK).Body.EnumerateArray().Select(role => role.GetProperty("name").GetString()).ShouldContain(name);
    }

    [Fact]
    public async Task A_role_changes_in_parts()
    {
        var role = await service.Admin.Post(Path, new { name = Name(), description = "Before", permissions = "policy:read" });

        var changed = (await service.Admin.Patch($"{Path}{role.Id}", new { description = "After" })).MustBe(HttpStatusCode.OK);
        changed["description"].ShouldBe("After");
        changed["permissions"].ShouldBe(role["permissions"]);

        var emptied = (await service.Admin.Patch($"{Path}{role.Id}", new { permissions = (string?)null })).MustBe(HttpStatusCode.OK);
        emptied.Body.GetProperty("permissions").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_name_belongs_to_one_role()
    {
        var (one, other) = (await service.Admin.Post(Path, new { name = Name() }), await service.Admin.Post(Path, new { name = Name() }));
        (await service.Admin.Post(Path, new { name = one["name"] })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await service.Admin.Patch($"{Path}{other.Id}", new { name = one["name"] })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await service.Admin.Patch($"{Path}999999", new { name = "x" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_makes_a_role_that_holds_more_than_they_have()
    {
        var manager = await service.ClientWithPermissionsAsync("role:create", "role:update", "policy:read");
        (await manager.Post(Path, new { name = Name(), permissions = "audit:read" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        var role = (await manager.Post(Path, new { name = Name(), permissions = "policy:read" })).MustBe(HttpStatusCode.Created);
        (await manager.Patch($"{Path}{role.Id}", new { permissions = "policy:read,audit:read" })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Name() => $"{Guid.CreateVersion7():N}";
}

[Trait("Needs", "Engine")]
public sealed class RoleTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : RoleTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class RoleTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : RoleTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
