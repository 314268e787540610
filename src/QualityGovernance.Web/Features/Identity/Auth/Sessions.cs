using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Identity.Auth;

/// <summary>
/// Pairs of tokens, and the families of refresh tokens that descend from one login. Whoever opens, goes on with or ends a session holds the account first, in a statement
/// of its own: a statement that revokes sees no token that another request is about to save, and would leave it alive.
/// </summary>
internal sealed class Sessions(QgpDbContext db, Tokens tokens, TimeProvider time)
{
    /// <summary>A new pair; the refresh token is stored with the next save.</summary>
    public TokenResponse Open(int userId, Guid familyId)
    {
        var refresh = tokens.Issue(userId, TokenKind.Refresh);
        db.Add(new RefreshToken
        {
            UserId = userId,
            FamilyId = familyId,
            TokenHash = HashOf(refresh.Value),
            IssuedAt = refresh.IssuedAt,
            ExpiresAt = refresh.ExpiresAt,
        });
        return new(tokens.Issue(userId, TokenKind.Access).Value, refresh.Value);
    }

    public Awaited<RefreshToken> AskFor(RoundTrip trip, string token)
    {
        var hash = HashOf(token);
        return trip.Ask(db.Set<RefreshToken>().Where(candidate => candidate.TokenHash == hash));
    }

    /// <summary>The next pair of the session; null when the token was exchanged before.</summary>
    public TokenResponse? GoOn(RefreshToken token) => token.Spend(time.Now()) ? Open(token.UserId, token.FamilyId) : null;

    public Task<int> RevokeFamilyAsync(Guid familyId, CancellationToken cancellation)
    {
        var now = time.Now();
        return db.Set<RefreshToken>().Where(token => token.FamilyId == familyId && token.RevokedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(token => token.RevokedAt, now), cancellation);
    }

    /// <summary>Everything that the account has open ends when the access tokens do.</summary>
    public void AskRevokeAll(RoundTrip trip, int userId) =>
        trip.Ask(db.Database.SqlQueryRaw<int>(
            "UPDATE refresh_tokens SET revoked_at = {0} WHERE user_id = {1} AND revoked_at IS NULL RETURNING id AS \"Value\"", time.Now().UtcDateTime, userId));

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
