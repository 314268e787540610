namespace QualityGovernance.Web.Features.Identity.Auth;

/// <summary>A refresh token that was issued; the token itself is never stored.</summary>
public sealed class RefreshToken
{
    public int Id { get; private set; }

    public required int UserId { get; init; }

    /// <summary>Shared by all tokens that descend from one login.</summary>
    public required Guid FamilyId { get; init; }

    /// <summary>SHA-256, in hexadecimal.</summary>
    public required string TokenHash { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was exchanged; a second exchange revokes the family.</summary>
    public DateTimeOffset? SpentAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Exchanges it. False when it was before. The account is held, or two requests would both hear true.</summary>
    public bool Spend(DateTimeOffset now)
    {
        if (SpentAt is not null) return false;
        SpentAt = now;
        return true;
    }
}
