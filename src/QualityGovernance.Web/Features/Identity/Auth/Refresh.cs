using QualityGovernance.Platform.Auditing;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Features.Identity.Auth;

public sealed record RefreshTokenRequest([Required, Text(Refresh.LongestToken, Min = 1)] string? RefreshToken);

internal static class Refresh
{
    public const int LongestToken = 4_000;

    public static async Task<Results<Ok<TokenResponse>, ProblemHttpResult>> HandleAsync(
        RefreshTokenRequest request, QgpDbContext db, Tokens tokens, Sessions sessions, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        var refused = ApiProblem.Unauthorized("This refresh token is not valid. Log in again.");
        if (await tokens.ReadAsync(request.RefreshToken!, TokenKind.Refresh) is not { } userId) return refused;
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var (held, token) = (trip.Ask(db.Held<User>(userId)), sessions.AskFor(trip, request.RefreshToken!));
        await trip.SendAsync(cancellation);
        if (held.One is not { } user || token.One is not { } stored || stored.UserId != userId) return refused;
        if (!user.IsActive) return ApiProblem.Forbidden("This account is disabled. Ask an administrator to enable it.");
        if (stored.RevokedAt is not null) return refused;

        db.ActAs(user.Id);
        var pair = sessions.GoOn(stored);
        if (pair is null)
        {
            // Somebody has a copy. Which of the two is the thief can't be told, so neither goes on.
            await sessions.RevokeFamilyAsync(stored.FamilyId, cancellation);
            db.Record(AuditAction.RevokeTokens, user);
        }

        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return pair is null ? refused : TypedResults.Ok(pair);
    }
}
