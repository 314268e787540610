using System.Net.Http.Headers;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Testing.Service;

/// <summary>A user who is given another access token when the clock of a test has moved on: what is tested is what becomes due, not that tokens end.</summary>
internal sealed class StaysSignedIn(Tokens tokens, int userId, TimeProvider time) : DelegatingHandler
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private (string Value, DateTimeOffset At)? _token;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Current());
        return base.SendAsync(request, cancellationToken);
    }

    private string Current()
    {
        var now = time.GetUtcNow();
        if (_token is { } token && (now - token.At).Duration() < Kept) return token.Value;
        _token = (tokens.Issue(userId, TokenKind.Access).Value, now);
        return _token.Value.Value;
    }
}
