using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Features.Identity.Auth;
using QualityGovernance.Web.Features.Identity.Users;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Features.Identity;

/// <summary>No session outlives what was to end it, however the two requests meet.</summary>
[Trait("Needs", "Engine")]
public sealed class SessionRaceTests(ObservedService observed) : IClassFixture<ObservedService>
{
    private const string Password = "correct horse battery";
    private const string Other = "another password";
    private static readonly string Hash = new Passwords().Hash(Password);

    private readonly ServiceUnderTest<Testing.Databases.OnPostgreSql> _service = observed.Service;

    [Fact]
    public async Task The_newest_token_of_a_family_ends_with_it_although_it_is_saved_at_that_moment()
    {
        var stolen = await LoginAsync(await AccountAsync());
        var current = (await RefreshAsync(stolen)).MustBe(HttpStatusCode.OK);

        var (next, again) = await Overlap.OfAsync(observed, SavesAToken, () => RefreshAsync(current), () => RefreshAsync(stolen));

        again.Status.ShouldBe(HttpStatusCode.Unauthorized, again.Text);
        next.Status.ShouldBe(HttpStatusCode.OK, next.Text);
        (await RefreshAsync(next)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_changed_password_ends_a_session_that_goes_on_at_that_moment()
    {
        var session = await LoginAsync(await AccountAsync());

        var (next, changed) = await Overlap.OfAsync(observed, SavesAToken, () => RefreshAsync(session), () => ChangeAsync(session));

        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Text);
        next.Status.ShouldBe(HttpStatusCode.OK, next.Text);
        (await RefreshAsync(next)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_changed_password_ends_a_session_that_the_old_one_opens_at_that_moment()
    {
        var email = await AccountAsync();
        var session = await LoginAsync(email);

        var (opened, changed) = await Overlap.OfAsync(observed, SavesAToken, () => TryLoginAsync(email), () => ChangeAsync(session));

        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Text);
        opened.Status.ShouldBe(HttpStatusCode.OK, opened.Text);
        (await RefreshAsync(opened)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_password_that_was_changed_while_it_was_verified_is_wrong()
    {
        var email = await AccountAsync();
        var session = await LoginAsync(email);

        var (opened, changed) = await Overlap.OfAsync(observed, FollowsTheVerification, () => TryLoginAsync(email), () => ChangeAsync(session));

        changed.Status.ShouldBe(HttpStatusCode.OK, changed.Text);
        opened.Status.ShouldBe(HttpStatusCode.Unauthorized, opened.Text);
        opened.Message.ShouldBe((await TryLoginAsync(email)).Message);
    }

    [Fact]
    public async Task An_account_that_was_disabled_while_its_password_was_verified_opens_nothing()
    {
        var email = await AccountAsync();
        var id = await IdAsync(email);

        var (opened, disabled) = await Overlap.OfAsync(
            observed, FollowsTheVerification, () => TryLoginAsync(email), () => _service.Admin.Patch($"/api/v1/users/{id}", new { is_active = false }));

        disabled.Status.ShouldBe(HttpStatusCode.OK, disabled.Text);
        opened.Status.ShouldBe(HttpStatusCode.Forbidden, opened.Text);
        (await _service.InDatabaseAsync(db => db.Set<RefreshToken>().AnyAsync(token => token.UserId == id))).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_session_that_opens_while_the_account_is_disabled_is_not_there_when_it_is_enabled_again(bool conditional)
    {
        var email = await AccountAsync();
        var user = $"/api/v1/users/{await IdAsync(email)}";
        var tag = (await _service.Admin.Get(user)).EntityTag!;

        var (opened, disabled) = await Overlap.OfAsync(
            observed, SavesAToken, () => TryLoginAsync(email), () => _service.Admin.Send(HttpMethod.Patch, user, new { is_active = false }, conditional ? [("If-Match", tag)] : []));
        disabled.Status.ShouldBe(HttpStatusCode.OK, disabled.Text);
        (await _service.Admin.Patch(user, new { is_active = true })).MustBe(HttpStatusCode.OK);

        opened.Status.ShouldBe(HttpStatusCode.OK, opened.Text);
        (await RefreshAsync(opened)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Two_first_logins_with_an_old_hash_both_succeed_and_one_renews_it()
    {
        var email = await AccountAsync(BCrypt.Net.BCrypt.HashPassword(Password, 4));
        var id = await IdAsync(email);

        var (one, other) = await Overlap.OfAsync(observed, SavesAToken, () => TryLoginAsync(email), () => TryLoginAsync(email));

        one.Status.ShouldBe(HttpStatusCode.OK, one.Text);
        other.Status.ShouldBe(HttpStatusCode.OK, other.Text);
        var renewals = await _service.InDatabaseAsync(db => db.AuditEntries.Where(entry => entry.EntityType == "user" && entry.EntityId == id && entry.Action == "update").ToListAsync());
        renewals.ShouldHaveSingleItem().ActorId.ShouldBe(id);
    }

    private static bool SavesAToken(string statement) => statement.Contains("INSERT INTO refresh_tokens", StringComparison.Ordinal);

    /// <summary>Whatever a login sends after it has counted the attempt and read the account.</summary>
    private static bool FollowsTheVerification(string statement) => !statement.Contains("ON CONFLICT", StringComparison.Ordinal);

    private async Task<string> AccountAsync(string? hash = null)
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        await _service.AddUserAsync(hash ?? Hash, email);
        return email;
    }

    private Task<int> IdAsync(string email) => _service.InDatabaseAsync(db => db.Set<User>().Where(user => user.EmailKey == email).Select(user => user.Id).SingleAsync());

    private async Task<Answer> LoginAsync(string email) => (await TryLoginAsync(email)).MustBe(HttpStatusCode.OK);

    private Task<Answer> TryLoginAsync(string email) => _service.Anonymous.Post("/api/v1/auth/login", new { email, password = Password });

    private Task<Answer> RefreshAsync(Answer pair) => _service.Anonymous.Post("/api/v1/auth/refresh", new { refresh_token = pair["refresh_token"] });

    private Task<Answer> ChangeAsync(Answer pair) =>
        _service.ClientWith(pair["access_token"]).Post("/api/v1/auth/change-password", new { current_password = Password, new_password = Other });
}
