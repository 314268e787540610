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
        PasswordChangeRequest request, CurrentUser current, QgpDbContext db, Passwords passwords, Sessions sessions, SignInThrottle throttle, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request)
            .Require(request.NewPassword is null || request.NewPassword != request.CurrentPassword, "new_password", "This is the current password. Choose another one.");
        if (errors.Any) return errors.ToProblem();

        // A stolen access token must not serve to guess the password.
        var trip = new RoundTrip(db);
        var attempt = throttle.Ask(trip, current.Account, "change-password");
        var found = trip.Ask(db.Set<User>().Where(candidate => candidate.Id == current.Id));
        await trip.SendAsync(cancellation);
        if (await attempt(cancellation) is { } wait) return ApiProblem.TooManyRequests(wait);
        var user = found.All.Single();
        if (passwords.Verify(user.PasswordHash, request.CurrentPassword!) == PasswordVerificationResult.Failed)
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "The current password is wrong.");

        user.PasswordHash = passwords.Hash(request.NewPassword!);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        var success = new RoundTrip(db);
        sessions.AskRevokeAll(success, user.Id);
        throttle.AskSucceeded(success, current.Account, "change-password");
        await success.SendAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return TypedResults.Ok(new PasswordChangeResponse("The password was changed. Other sessions must log in again when their access token ends."));
    }
}
