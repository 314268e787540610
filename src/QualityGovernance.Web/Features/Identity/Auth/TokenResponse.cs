namespace QualityGovernance.Web.Features.Identity.Auth;

public sealed record TokenResponse(string AccessToken, string RefreshToken, string TokenType = "bearer");
