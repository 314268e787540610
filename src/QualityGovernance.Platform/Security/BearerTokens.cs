using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace QualityGovernance.Platform.Security;

/// <summary>Accepts access tokens of accounts that are active now, and makes the account the request's current user.</summary>
internal sealed class BearerTokens(Tokens tokens) : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = tokens.Validation();
        options.Events = new JwtBearerEvents { OnMessageReceived = PassOver, OnTokenValidated = FindAccountAsync };
    }

    /// <summary>
    /// Whoever calls what is open to everyone is nobody in particular, whatever token comes with it: the probes ask no database, and a sign-in is never kept for an
    /// Idempotency-Key, nor its failure undone with one.
    /// </summary>
    private static Task PassOver(MessageReceivedContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null) context.NoResult();
        return Task.CompletedTask;
    }

    private static async Task FindAccountAsync(TokenValidatedContext context)
    {
        var accounts = context.HttpContext.RequestServices.GetRequiredService<IAccountDirectory>();
        var account = context.SecurityToken is JsonWebToken token && Tokens.UserOf(token, TokenKind.Access) is { } userId
            ? await accounts.FindActiveAsync(userId, context.HttpContext.RequestAborted)
            : null;
        if (account is null) context.Fail("This is not an access token of an active account.");
        else account.Attach(context.HttpContext);
    }
}
