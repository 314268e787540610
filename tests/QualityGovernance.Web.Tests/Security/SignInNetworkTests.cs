using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;
using QualityGovernance.Web.Tests.Support;

namespace QualityGovernance.Web.Tests.Security;

/// <summary>Failures are counted by the network that they come from: nobody gets around that by an address that is theirs to choose, nor fails for somebody elsewhere.</summary>
public sealed class SignInNetworkTests : IAsyncLifetime
{
    private const string Password = "correct horse battery";
    private const int UntilTheAddressWaits = 100;
    private const int UntilTheAccountWaits = 5;

    // As cheap as they come: what is counted is attempts.
    private static readonly string Hash = BCrypt.Net.BCrypt.HashPassword(Password, 4);

    private readonly ServiceUnderTest<OnSqlite> _service = new() { Replacing = services => services.AddSingleton<IStartupFilter, Callers>() };

    public Task InitializeAsync() => _service.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_service).DisposeAsync();

    [Theory]
    [InlineData("2001:db8:1:2::{0:x}")]
    [InlineData("2001:db8:1:2:{0:x}::1")]
    public async Task Another_address_of_ones_own_network_is_no_fresh_start(string addresses)
    {
        var (_, email) = await AccountAsync();
        for (var number = 1; number <= UntilTheAccountWaits; number++)
            (await LoginAsync(email, "wrong", string.Format(null, addresses, number))).Status.ShouldBe(HttpStatusCode.Unauthorized);

        (await LoginAsync(email, Password, string.Format(null, addresses, 99))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await LoginAsync(email, Password, "2001:db8:1:3::1")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_is_the_same_one_in_the_form_of_the_newer_protocol()
    {
        var (_, email) = await AccountAsync();
        for (var number = 1; number <= UntilTheAccountWaits; number++)
            (await LoginAsync(email, "wrong", number % 2 == 0 ? "192.0.2.7" : "::ffff:192.0.2.7")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        (await LoginAsync(email, Password, "192.0.2.7")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await LoginAsync(email, Password, "192.0.2.8")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_mistypes_a_current_password_keeps_nobody_elsewhere_from_changing_theirs()
    {
        const int Each = UntilTheAccountWaits - 1;
        for (var user = 0; user * Each < UntilTheAddressWaits; user++)
        {
            var (id, _) = await AccountAsync();
            for (var attempt = 0; attempt < Each; attempt++) (await ChangeAsync(id, "wrong", "198.51.100.1")).Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        var (elsewhere, _) = await AccountAsync();
        (await ChangeAsync(elsewhere, Password, "198.51.100.1")).Status.ShouldBe(HttpStatusCode.TooManyRequests, "failures are counted");
        (await ChangeAsync(elsewhere, Password, "198.51.100.2")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(int Id, string Email)> AccountAsync()
    {
        var email = $"{Guid.CreateVersion7():N}@example.org";
        return (await _service.AddUserAsync(Hash, email), email);
    }

    private Task<Answer> LoginAsync(string email, string password, string from) =>
        _service.Anonymous.Send(HttpMethod.Post, "/api/v1/auth/login", new { email, password }, (Callers.Header, from));

    private Task<Answer> ChangeAsync(int user, string password, string from) =>
        _service.ClientOf(user).Send(HttpMethod.Post, "/api/v1/auth/change-password", new { current_password = password, new_password = "another password" }, (Callers.Header, from));
}
