using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Auditing;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.Identity;

public abstract class RefreshTests(IServiceUnderTest service)
{
    private const string Password = "correct horse battery";
    private static readonly string Hash = new Passwords().Hash(Password);

    [Fact]
    public async Task A_refresh_token_gives_a_new_pair_that_works()
    {
        var pair = await LoginAsync();

        var next = (await RefreshAsync(pair["refresh_token"])).MustBe(HttpStatusCode.OK);

        next["refresh_token"].ShouldNotBe(pair["refresh_token"]);
        (await service.ClientWith(next["access_token"]).Get("/api/v1/auth/me")).Status.ShouldBe(HttpStatusCode.OK);
        (await RefreshAsync(next["refresh_token"])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_spent_refresh_token_ends_the_whole_family()
    {
        var stolen = await LoginAsync();
        var next = await RefreshAsync(stolen["refresh_token"]);

        (await RefreshAsync(stolen["refresh_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await RefreshAsync(next["refresh_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);

        (await service.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == EnumNames.Of(AuditAction.RevokeTokens)))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Another_session_of_the_same_account_goes_on_when_a_family_ends()
    {
        var email = await AccountAsync();
        var (one, other) = (await LoginAsync(email), await LoginAsync(email));
        await RefreshAsync(one["refresh_token"]);
        await RefreshAsync(one["refresh_token"]);

        (await RefreshAsync(other["refresh_token"])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_many_refreshes_at_once_at_most_one_succeeds()
    {
        var pair = await LoginAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RefreshAsync(pair["refresh_token"])));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.Unauthorized);
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_refresh_token_opens_no_protected_route()
    {
        var pair = await LoginAsync();
        (await service.ClientWith(pair["refresh_token"]).Get("/api/v1/auth/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_access_token_is_no_refresh_token()
    {
        var pair = await LoginAsync();
        (await RefreshAsync(pair["access_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Tokens_end_when_their_time_is_over()
    {
        var pair = await LoginAsync();
        var client = service.ClientWith(pair["access_token"]);
        service.Time.Advance(TimeSpan.FromMinutes(31));
        (await client.Get("/api/v1/auth/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        service.Time.Advance(TimeSpan.FromDays(7));
        (await RefreshAsync(pair["refresh_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        service.Time.Reset();
    }

    [Fact]
    public async Task A_disabled_account_gets_no_new_pair()
    {
        var email = await AccountAsync();
        var pair = await LoginAsync(email);
        var user = (await service.Admin.Get($"/api/v1/users?search={email}")).Items.Single().GetProperty("id").GetInt32();
        await service.Admin.Patch($"/api/v1/users/{user}", new { is_active = false });

        (await RefreshAsync(pair["refresh_token"])).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_account_that_is_enabled_again_has_no_session()
    {
        var email = await AccountAsync();
        var pair = await LoginAsync(email);
        var user = $"/api/v1/users/{(await service.ClientWith(pair["access_token"]).Get("/api/v1/auth/me")).Id}";

        (await service.Admin.Patch(user, new { is_active = true })).MustBe(HttpStatusCode.OK);
        pair = (await RefreshAsync(pair["refresh_token"])).MustBe(HttpStatusCode.OK); // it was never disabled
        foreach (var active in new[] { false, true }) (await service.Admin.Patch(user, new { is_active = active })).MustBe(HttpStatusCode.OK);

        (await RefreshAsync(pair["refresh_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await RefreshAsync((await LoginAsync(email))["refresh_token"])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_changed_password_ends_every_session()
    {
        var email = await AccountAsync();
        var pair = await LoginAsync(email);
        var client = service.ClientWith(pair["access_token"]);

        (await client.Post("/api/v1/auth/change-password", new { current_password = "wrong", new_password = "another password" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await client.Post("/api/v1/auth/change-password", new { current_password = "", new_password = "another password" })).WrongFields.ShouldBe(["current_password"]);
        (await client.Post("/api/v1/auth/change-password", new { current_password = "    ", new_password = "another password" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await client.Post("/api/v1/auth/change-password", new { current_password = Password, new_password = "short" })).WrongFields.ShouldBe(["new_password"]);
        (await client.Post("/api/v1/auth/change-password", new { current_password = Password, new_password = Password })).WrongFields.ShouldBe(["new_password"]);
        (await client.Post("/api/v1/auth/change-password", new { current_password = Password, new_password = "another password" })).MustBe(HttpStatusCode.OK)
            .Message.ShouldBe("The password was changed. Every session, this one included, must log in again when its access token ends.");

        (await RefreshAsync(pair["refresh_token"])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.Anonymous.Post("/api/v1/auth/login", new { email, password = Password })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.Anonymous.Post("/api/v1/auth/login", new { email, password = "another password" })).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<string> AccountAsync()
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        await service.AddUserAsync(Hash, email);
        return email;
    }

    private async Task<Answer> LoginAsync(string? email = null) =>
        (await service.Anonymous.Post("/api/v1/auth/login", new { email = email ?? await AccountAsync(), password = Password })).MustBe(HttpStatusCode.OK);

    private Task<Answer> RefreshAsync(string token) => service.Anonymous.Post("/api/v1/auth/refresh", new { refresh_token = token });
}

[Trait("Needs", "Engine")]
public sealed class RefreshTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : RefreshTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class RefreshTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : RefreshTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
