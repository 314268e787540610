using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Identity.Auth;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Tests.Features.Identity;

public abstract class LoginTests(IServiceUnderTest service)
{
    private const string Password = "correct horse battery";

    // One hash for all accounts: hashing is slow on purpose.
    private static readonly string Hash = new Passwords().Hash(Password);

    [Fact]
    public async Task The_right_password_opens_a_session()
    {
        var (id, email) = await AccountAsync();

        var pair = (await LoginAsync(email, Password)).MustBe(HttpStatusCode.OK);

        pair["token_type"].ShouldBe("bearer");
        var me = (await service.ClientWith(pair["access_token"]).Get("/api/v1/auth/me")).MustBe(HttpStatusCode.OK);
        me.Id.ShouldBe(id);
        me["email"].ShouldBe(email);
        me.Text.ShouldNotContain("password");
    }

    [Fact]
    public async Task An_address_is_the_same_account_in_any_case()
    {
        var (_, email) = await AccountAsync();
        (await LoginAsync(email.ToUpperInvariant(), Password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tokens_carry_the_claims_of_the_contract_and_no_other()
    {
        var (id, email) = await AccountAsync();
        var pair = await LoginAsync(email, Password);

        foreach (var (name, type, lifetime) in new[] { ("access_token", "access", TimeSpan.FromMinutes(30)), ("refresh_token", "refresh", TimeSpan.FromDays(7)) })
        {
            var parts = pair[name].Split('.');
            Decode(parts[0]).GetProperty("alg").GetString().ShouldBe("HS256");
            var claims = Decode(parts[1]);
            claims.EnumerateObject().Select(claim => claim.Name).Order().ShouldBe(["exp", "iat", "jti", "sub", "type"]);
            claims.GetProperty("sub").GetString().ShouldBe($"{id}");
            claims.GetProperty("type").GetString().ShouldBe(type);
            (claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64()).ShouldBe((long)lifetime.TotalSeconds);
        }
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_get_the_same_answer()
    {
        var (_, email) = await AccountAsync();

        var wrong = (await LoginAsync(email, "not the password")).MustBe(HttpStatusCode.Unauthorized);
        var unknown = (await LoginAsync("nobody@example.org", "not the password")).MustBe(HttpStatusCode.Unauthorized);

        unknown.Message.ShouldBe(wrong.Message);
        Members(unknown).ShouldBe(Members(wrong));
    }

    [Fact]
    public async Task A_disabled_account_is_told_so_only_with_its_password()
    {
        var (id, email) = await AccountAsync();
        (await service.Admin.Patch($"/api/v1/users/{id}", new { is_active = false })).MustBe(HttpStatusCode.OK);

        (await LoginAsync(email, Password)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await LoginAsync(email, "not the password")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_tokens_of_an_account_end_when_it_is_disabled_or_deleted()
    {
        var (disabled, deleted) = (await service.AddUserAsync(), await service.AddUserAsync());
        var (first, second) = (service.ClientOf(disabled), service.ClientOf(deleted));
        (await first.Get("/api/v1/auth/me")).Status.ShouldBe(HttpStatusCode.OK);
        (await second.Get("/api/v1/auth/me")).Status.ShouldBe(HttpStatusCode.OK);

        await service.Admin.Patch($"/api/v1/users/{disabled}", new { is_active = false });
        await service.Admin.Delete($"/api/v1/users/{deleted}");

        (await first.Get("/api/v1/auth/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await second.Get("/api/v1/auth/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_hash_that_the_replaced_service_wrote_is_verified_and_renewed()
    {
        var (id, email) = await AccountAsync(BCrypt.Net.BCrypt.HashPassword(Password, 4));

        (await LoginAsync(email, "not the password")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await LoginAsync(email, Password)).Status.ShouldBe(HttpStatusCode.OK);

        var stored = await service.InDatabaseAsync(db => db.Set<User>().SingleAsync(user => user.Id == id));
        stored.PasswordHash.ShouldNotStartWith("$2");
        (await LoginAsync(email, Password)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("""{}""", "email")]
    [InlineData("""{"email":"not an address","password":"x"}""", "email")]
    [InlineData("""{"email":"a@example.org"}""", "password")]
    [InlineData("""{"email":"a@example.org","password":""}""", "password")]
    [InlineData("""{"email":["a@example.org"],"password":"x"}""", "email")]
    public async Task A_login_without_what_it_needs_is_refused_with_the_field(string body, string field) =>
        (await service.Anonymous.Post("/api/v1/auth/login", body)).MustBe(HttpStatusCode.UnprocessableEntity).WrongFields.ShouldContain(field);

    [Fact]
    public async Task Refresh_tokens_are_stored_as_hashes_only()
    {
        var (id, email) = await AccountAsync();
        var pair = await LoginAsync(email, Password);

        var stored = await service.InDatabaseAsync(db => db.Set<RefreshToken>().SingleAsync(token => token.UserId == id));
        stored.TokenHash.Length.ShouldBe(64);
        pair["refresh_token"].ShouldNotContain(stored.TokenHash);
    }

    [Fact]
    public async Task A_token_in_a_wrong_form_opens_nothing()
    {
        var other = new[] { "", "x", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIiwidHlwZSI6ImFjY2VzcyIsImV4cCI6OTk5OTk5OTk5OX0." };
        foreach (var token in other)
        {
            var answer = await service.ClientWith(token).Get("/api/v1/auth/me");
            answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
            answer.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        }
    }

    [Fact]
    public async Task A_token_that_somebody_else_signed_opens_nothing()
    {
        var parts = service.Services.GetRequiredService<Tokens>().Issue(service.AdminId, TokenKind.Access).Value.Split('.');
        var signature = HMACSHA256.HashData("another key, as long as the real one is"u8, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));

        var forged = service.ClientWith($"{parts[0]}.{parts[1]}.{System.Buffers.Text.Base64Url.EncodeToString(signature)}");

        (await forged.Get("/api/v1/auth/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.ClientWith(string.Join('.', parts)).Get("/api/v1/auth/me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(int Id, string Email)> AccountAsync(string? hash = null)
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        return (await service.AddUserAsync(hash ?? Hash, email), email);
    }

    private Task<Answer> LoginAsync(string email, string password) => service.Anonymous.Post("/api/v1/auth/login", new { email, password });

    private static IEnumerable<string> Members(Answer answer) => answer.Body.EnumerateObject().Select(member => member.Name);

    private static JsonElement Decode(string part) =>
        JsonElement.Parse(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(part)));
}

[Trait("Needs", "Engine")]
public sealed class LoginTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : LoginTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class LoginTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : LoginTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>;
