using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Auditing;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Features.Identity.Auth;

public sealed record LoginRequest([Required, Email(User.LongestEmail)] string? Email, [Required, Text(Login.LongestPassword, Min = 1, MayBeBlank = true)] string? Password);

internal static class Login
{
    public const int LongestPassword = 1_000;

    public static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> HandleAsync(
        LoginRequest request, HttpContext http, QgpDbContext db, Passwords passwords, Sessions sessions, SignInThrottle throttle, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        var (email, address) = (User.KeyOf(request.Email!), ClientNetwork.Of(http));
        var trip = new RoundTrip(db);
        var attempt = throttle.Ask(trip, email, address);
        var found = trip.Ask(db.Set<User>().AsNoTracking().Where(candidate => candidate.EmailKey == email)); // read again when it is held
        await trip.SendAsync(cancellation);
        if (await attempt(cancellation) is { } wait)
            return ApiProblem.TooManyRequests(wait, "Too many failed logins. Wait for as long as Retry-After says.");

        var refused = ApiProblem.Unauthorized("The e-mail address or the password is wrong.");
        var verified = passwords.Verify(found.One?.PasswordHash, request.Password!);
        if (found.One is not { } seen || verified == PasswordVerificationResult.Failed) return refused;
        var renewed = verified == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(request.Password!) : null;

        // All that took a while. Meanwhile the password may have been changed, which ends every session: this one must not begin after that.
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var hold = new RoundTrip(db);
        var held = hold.Ask(db.Held<User>(seen.Id));
        throttle.AskSucceeded(hold, email, address);
        await hold.SendAsync(cancellation);
        if (held.One is not { } user || !passwords.IsStill(seen.PasswordHash, user.PasswordHash, request.Password!)) return refused;
        if (!user.IsActive) return ApiProblem.Forbidden("This account is disabled. Ask an administrator to enable it.");

        db.ActAs(user.Id);
        if (renewed is not null && user.PasswordHash == seen.PasswordHash) user.PasswordHash = renewed; // else another login has renewed it
        var pair = sessions.Open(user.Id, Guid.CreateVersion7());
        db.Record(AuditAction.Login, user);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(pair);
    }
}
