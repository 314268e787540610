using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Web.Features.Identity.Auth;

/// <summary>Pairs of tokens, and the families of refresh tokens that descend from one login.</summary>
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

    public Task<RefreshToken?> FindAsync(string token, CancellationToken cancellation)
    {
        var hash = HashOf(token);
        return db.Set<RefreshToken>().SingleOrDefaultAsync(candidate => candidate.TokenHash == hash, cancellation);
    }

    /// <summary>True for exactly one of any number of callers at the same time.</summary>
    public async Task<bool> SpendAsync(RefreshToken token, CancellationToken cancellation)
    {
        var now = time.Now();
        return await db.Set<RefreshToken>()
            .Where(candidate => candidate.Id == token.Id && candidate.SpentAt == null && candidate.RevokedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(candidate => candidate.SpentAt, now), cancellation) == 1;
    }

    public Task<int> RevokeFamilyAsync(Guid familyId, CancellationToken cancellation) =>
        RevokeAsync(db.Set<RefreshToken>().Where(token => token.FamilyId == familyId), cancellation);

    public Task<int> RevokeAllAsync(int userId, CancellationToken cancellation) =>
        RevokeAsync(db.Set<RefreshToken>().Where(token => token.UserId == userId), cancellation);

    private Task<int> RevokeAsync(IQueryable<RefreshToken> family, CancellationToken cancellation)
    {
        var now = time.Now();
        return family.Where(token => token.RevokedAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(token => token.RevokedAt, now), cancellation);
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
