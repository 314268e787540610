using System.Net;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Migrations.Tests.Commands;

public sealed class CreateAdminTests(ServiceUnderTest<OnSqlite> service) : IClassFixture<ServiceUnderTest<OnSqlite>>
{
    private const string Password = "opens-everything-1";

    [Fact]
    public async Task The_administrator_can_log_in_and_is_a_superuser()
    {
        var (exitCode, output, error) = await RunAsync("first@example.org", new() { ["ADMIN_PASSWORD"] = Password });
        exitCode.ShouldBe(0, error);
        output.ShouldContain("first@example.org");

        var pair = (await service.Anonymous.Post("/api/v1/auth/login", new { email = "first@example.org", password = Password })).MustBe(HttpStatusCode.OK);
        var me = await service.ClientWith(pair["access_token"]).Get("/api/v1/auth/me");
        me.Body.GetProperty("is_superuser").GetBoolean().ShouldBeTrue();
        var entry = (await service.Admin.Get($"/api/v1/audit-trail?entity_type=user&entity_id={me.Id}&action=create")).Items.Single();
        entry.GetProperty("request_id").GetString().ShouldBe("create-admin");
    }

    [Fact]
    public async Task The_password_may_come_from_a_file_or_from_standard_input()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Password + "\n");
        (await RunAsync("file@example.org", new() { ["ADMIN_PASSWORD_FILE"] = file })).ExitCode.ShouldBe(0);
        File.Delete(file);
        (await RunAsync("typed@example.org", [], Password + "\n", "--password-stdin")).ExitCode.ShouldBe(0);

        foreach (var email in new[] { "file@example.org", "typed@example.org" })
            (await service.Anonymous.Post("/api/v1/auth/login", new { email, password = Password })).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_account_that_exists_is_not_touched()
    {
        (await RunAsync("twice@example.org", new() { ["ADMIN_PASSWORD"] = Password })).ExitCode.ShouldBe(0);
        var again = await RunAsync("TWICE@example.org", new() { ["ADMIN_PASSWORD"] = "another-password" });
        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("already");
        (await service.Anonymous.Post("/api/v1/auth/login", new { email = "twice@example.org", password = Password })).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_a_password_or_with_two_nothing_is_made()
    {
        (await RunAsync("none@example.org", [])).Error.ShouldContain("exactly one place");
        (await RunAsync("none@example.org", new() { ["ADMIN_PASSWORD"] = Password }, Password, "--password-stdin")).Error.ShouldContain("exactly one place");
        (await RunAsync("none@example.org", new() { ["ADMIN_PASSWORD"] = "short" })).Error.ShouldContain("at least 8");
        (await RunAsync("not an address", new() { ["ADMIN_PASSWORD"] = Password })).ExitCode.ShouldBe(1);
        (await service.Admin.Get("/api/v1/users?search=none@example.org")).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_schema_it_says_what_to_run_first()
    {
        var (exitCode, _, error) = await RunAsync("early@example.org", new() { ["ADMIN_PASSWORD"] = Password, ["DATABASE_URL"] = await OnSqlite.EmptyAsync() });
        exitCode.ShouldBe(1);
        error.ShouldContain("Run up first");
    }

    [Fact]
    public async Task The_password_never_stands_in_the_output()
    {
        var settings = new Dictionary<string, string?> { ["ADMIN_PASSWORD"] = Password };
        foreach (var email in new[] { "masked@example.org", "masked@example.org", "not an address" })
        {
            var (_, output, error) = await RunAsync(email, settings);
            (output + error).ShouldNotContain(Password);
        }
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string email, Dictionary<string, string?> settings, string input = "", params string[] more) =>
        Migrated.RunAsync(
            new Dictionary<string, string?>(settings) { ["APP_ENV"] = "testing", ["DATABASE_URL"] = settings.GetValueOrDefault("DATABASE_URL") ?? service.DatabaseUrl },
            input,
            ["create-admin", "--email", email, .. more]);
}
