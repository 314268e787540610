using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Features.Identity.Auth;

public sealed record PasswordChangeRequest(
    [Required, Text(Login.LongestPassword, Min = 1, MayBeBlank = true)] string? CurrentPassword,
    [Required, Text(PasswordRules.Longest, Min = PasswordRules.Shortest)] string? NewPassword);

public sealed record PasswordChangeResponse(string Message);

internal static class ChangePassword
{
    public static async Task<Results<Ok<PasswordChangeResponse>, ProblemHttpResult>> HandleAsync(
        PasswordChangeRequest request, HttpContext http, CurrentUser current, QgpDbContext db, Passwords passwords, Sessions sessions, SignInThrottle throttle, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request)
            .Require(request.NewPassword is null || request.NewPassword != request.CurrentPassword, "new_password", "This is the current password. Choose another one.");
        if (errors.Any) return errors.ToProblem();

        // A stolen access token must not serve to guess the password. Counted apart from logins, whose address would pay for it.
        var address = $"change-password {ClientNetwork.Of(http)}";
        var trip = new RoundTrip(db);
        var attempt = throttle.Ask(trip, current.Account, address);
        var found = trip.Ask(db.Set<User>().AsNoTracking().Where(candidate => candidate.Id == current.Id)); // read again when it is held
        await trip.SendAsync(cancellation);
        if (await attempt(cancellation) is { } wait) return ApiProblem.TooManyRequests(wait);
        if (found.One is not { } seen) return ApiProblem.Unauthorized();
        var refused = ApiProblem.Of(StatusCodes.Status400BadRequest, "The current password is wrong.");
        if (passwords.Verify(seen.PasswordHash, request.CurrentPassword!) == PasswordVerificationResult.Failed) return refused;
        var hash = passwords.Hash(request.NewPassword!);

        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var success = new RoundTrip(db);
        var held = success.Ask(db.Held<User>(current.Id));
        sessions.AskRevokeAll(success, current.Id);
        throttle.AskSucceeded(success, current.Account, address);
        await success.SendAsync(cancellation);
        if (held.One is not { IsActive: true } user) return ApiProblem.Unauthorized();
        if (!passwords.IsStill(seen.PasswordHash, user.PasswordHash, request.CurrentPassword!)) return refused;

        user.PasswordHash = hash;
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(new PasswordChangeResponse("The password was changed. Every session, this one included, must log in again when its access token ends."));
    }
}
