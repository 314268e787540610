using Microsoft.EntityFrameworkCore;
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
        var trip = new RoundTrip(db);
        var (token, account) = (sessions.AskFor(trip, request.RefreshToken!), trip.Ask(db.Set<User>().Where(candidate => candidate.Id == userId)));
        await trip.SendAsync(cancellation);
        if (token.One is not { RevokedAt: null } stored || account.One is not { } user) return refused;
        if (!user.IsActive) return ApiProblem.Forbidden("This account is disabled. Ask an administrator to enable it.");

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        TokenResponse? pair = null;
        if (await sessions.SpendAsync(stored, cancellation))
        {
            pair = sessions.Open(user.Id, stored.FamilyId);
        }
        else
        {
            // Somebody has a copy. Which of the two is the thief can't be told, so neither goes on.
            await sessions.RevokeFamilyAsync(stored.FamilyId, cancellation);
            db.Record(AuditAction.RevokeTokens, user, actorId: user.Id);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return pair is null ? refused : TypedResults.Ok(pair);
    }
}
