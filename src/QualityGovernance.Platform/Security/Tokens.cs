using System.Globalization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Platform.Security;

/// <summary>Issues and checks the JSON Web Tokens: claims <c>sub exp iat type jti</c> and no other.</summary>
public sealed class Tokens(QgpSettings settings, TimeProvider time)
{
    internal const string KindClaim = "type";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    private readonly SymmetricSecurityKey _key = new(settings.JwtSigningKey());

    public IssuedToken Issue(int userId, TokenKind kind)
    {
        var now = time.Now();
        var expires = now + (kind == TokenKind.Access ? settings.AccessTokenLifetime : settings.RefreshTokenLifetime);
        var id = Guid.CreateVersion7(now).ToString("N");
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = userId.ToString(CultureInfo.InvariantCulture),
                [JwtRegisteredClaimNames.Jti] = id,
                [KindClaim] = Label(kind),
            },
            IssuedAt = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            SigningCredentials = new SigningCredentials(_key, settings.JwtAlgorithm),
        });
        return new(token, id, now, expires);
    }

    /// <summary>The user's id, when the token is genuine, of that kind and not expired; else null.</summary>
    public async Task<int?> ReadAsync(string token, TokenKind kind)
    {
        var result = await _handler.ValidateTokenAsync(token, Validation());
        return result.IsValid && result.SecurityToken is JsonWebToken genuine ? UserOf(genuine, kind) : null;
    }

    internal static int? UserOf(JsonWebToken token, TokenKind kind) =>
        token.TryGetPayloadValue<string>(KindClaim, out var type) && type == Label(kind)
        && int.TryParse(token.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    internal TokenValidationParameters Validation() => new()
    {
        IssuerSigningKey = _key,
        ValidAlgorithms = [settings.JwtAlgorithm],
        ValidateIssuer = false, // one service issues and reads them
        ValidateAudience = false,
        RequireExpirationTime = true,
        LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
        NameClaimType = JwtRegisteredClaimNames.Sub,
    };

    private static string Label(TokenKind kind) => kind == TokenKind.Access ? "access" : "refresh";
}
