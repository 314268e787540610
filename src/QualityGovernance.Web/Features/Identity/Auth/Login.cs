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

        var (email, address) = (User.KeyOf(request.Email!), http.Connection.RemoteIpAddress?.ToString() ?? "unknown");
        var trip = new RoundTrip(db);
        var attempt = throttle.Ask(trip, email, address);
        var found = trip.Ask(db.Set<User>().Where(candidate => candidate.EmailKey == email));
        await trip.SendAsync(cancellation);
        if (await attempt(cancellation) is { } wait)
            return ApiProblem.TooManyRequests(wait, "Too many failed logins. Wait for as long as Retry-After says.");

        var user = found.One;
        var verified = passwords.Verify(user?.PasswordHash, request.Password!);
        if (user is null || verified == PasswordVerificationResult.Failed) return ApiProblem.Unauthorized("The e-mail address or the password is wrong.");
        if (!user.IsActive) return ApiProblem.Forbidden("This account is disabled. Ask an administrator to enable it.");

        if (verified == PasswordVerificationResult.SuccessRehashNeeded) user.PasswordHash = passwords.Hash(request.Password!);
        var pair = sessions.Open(user.Id, Guid.CreateVersion7());
        db.Record(AuditAction.Login, user, actorId: user.Id);
        await db.SaveChangesAsync(cancellation);
        var success = new RoundTrip(db);
        throttle.AskSucceeded(success, email, address);
        await success.SendAsync(cancellation);
        return TypedResults.Ok(pair);
    }
}
