using System.Net;
using QualityGovernance.Platform.Idempotency;
using QualityGovernance.Platform.Security;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Security;

/// <summary>What is open to everyone takes no notice of who asks, whatever token comes with it.</summary>
[Trait("Needs", "Engine")]
public sealed class OpenOperationTests(ObservedService observed) : IClassFixture<ObservedService>
{
    private const string Password = "correct horse battery";
    private const string Login = "/api/v1/auth/login";

    private readonly ServiceUnderTest<Testing.Databases.OnPostgreSql> _service = observed.Service;

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/health")]
    [InlineData("/api/v1/meta/version")]
    public async Task It_looks_up_no_account(string path)
    {
        await _service.Admin.Get(path);
        observed.Statements.Clear();

        (await _service.Admin.Get(path)).MustBe(HttpStatusCode.OK);

        observed.Statements.Sent.Where(statement => statement.Text.Contains("users", StringComparison.Ordinal)).ShouldBeEmpty();
        (await _service.Admin.Get("/api/v1/auth/me")).MustBe(HttpStatusCode.OK);
        observed.Statements.Sent.ShouldContain(statement => statement.Text.Contains("users", StringComparison.Ordinal), "where it matters, the account is looked up");
    }

    [Fact]
    public async Task A_failed_login_is_counted_also_when_it_comes_with_a_token_and_a_key()
    {
        var email = await AccountAsync();
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 8; attempt++)
            answers.Add((await KeyedAsync(Login, new { email, password = "wrong" }, $"wrong-{attempt}")).Status);

        answers.Take(5).ShouldAllBe(status => status == HttpStatusCode.Unauthorized);
        answers.Skip(5).ShouldAllBe(status => status == HttpStatusCode.TooManyRequests);
    }

    private Task<Answer> KeyedAsync(string path, object body, string key) => _service.Admin.Send(HttpMethod.Post, path, body, (IdempotentRequest.HeaderName, key));

    private async Task<string> AccountAsync()
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        await _service.AddUserAsync(new Passwords().Hash(Password), email);
        return email;
    }
}
