using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Configuration;

/// <summary>The real program with one wrong setting each.</summary>
public class RefusedSettingsTests
{
    private const string Sentinel = "Zx7SentinelThatMustNotBePrinted";

    public static TheoryData<string, string> WrongValues => new()
    {
        { "APP_ENV", "prod" },
        { "APP_ENV", "Production" },
        { "APP_ENV", " production" },
        { "APP_ENV", "" },
        { "DATABASE_URL", $"sqlite:///{Sentinel}.db" },
        { "DATABASE_URL", $"postgresql://qgp:{Sentinel}@localhost:5432/qgp" },
        { "DATABASE_URL", $"postgresql://qgp:{Sentinel}@127.1:5432/qgp" },
        { "DATABASE_URL", $"postgresql://qgp:{Sentinel}@[::1]:5432/qgp" },
        { "DATABASE_URL", $"postgresql://qgp:{Sentinel}@host.docker.internal/qgp" },
        { "DATABASE_URL", $"mysql://qgp:{Sentinel}@db.example.com/qgp" },
        { "DATABASE_URL", $"postgresql://qgp:{Sentinel}/@db.example.com/qgp" },
        { "DATABASE_URL", $"postgresql://qgp:{Sentinel}@db.example.com/qgp?ssl_mode=require" },
        { "DATABASE_URL", Sentinel },
        { "SECRET_KEY", "" },
        { "SECRET_KEY", "Sx9short" },
        { "SECRET_KEY", "Change-Me-In-Production" },
        { "SECRET_KEY", "sandbox-only-secret-key-not-for-production-0001" },
        { "JWT_SECRET_KEY", "" },
        { "JWT_SECRET_KEY", "Sx9short" },
        { "JWT_SECRET_KEY", "YOUR-SECRET-KEY-HERE" },
        { "JWT_SECRET_KEY", "sandbox-only-jwt-secret-not-for-production-0002" },
        { "JWT_ALGORITHM", "none" },
        { "JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "-17" },
        { "JWT_REFRESH_TOKEN_EXPIRE_DAYS", "seven" },
        { "CORS_ORIGINS", "*" },
        { "CORS_ORIGINS", $"[\"https://{Sentinel}.example.com\"" },
        { "CORS_ORIGINS", $"https://app.example.com/{Sentinel}" },
        { "TRUSTED_PROXIES", "*" },
        { "TRUSTED_PROXIES", "0.0.0.0/0" },
        { "TRUSTED_PROXIES", "::/0" },
        { "TRUSTED_PROXIES", $"10.0.0.1,{Sentinel}/24" },
        { "LOG_LEVEL", Sentinel },
        { "DATABASE_ECHO", Sentinel },
        { "DEBUG", Sentinel },
        { "PORT", "70000" },
        { "LISTEN_ADDRESS", $"{Sentinel}.example.com" },
        { "LISTEN_ADDRESS", "127.0.0.1:8000" },
        { "SECRET_KEY_FILE", $"/run/secrets/{Sentinel}" },
    };

    [Theory]
    [MemberData(nameof(WrongValues))]
    public async Task A_wrong_setting_ends_the_program_with_78_and_one_line_that_names_it(string name, string value)
    {
        var environment = Environments.Production().With(name, value);
        if (name == "SECRET_KEY_FILE")
            environment.Remove("SECRET_KEY");

        var finished = await ServiceProgram.RunAsync([], environment);

        finished.ExitCode.ShouldBe(78, finished.Everything);
        finished.ErrorLines.ShouldHaveSingleItem().ShouldStartWith(name + " ");
        if (value is not ("" or "*"))
            finished.Everything.ShouldNotContain(Printed(value), Case.Sensitive);
    }

    [Fact]
    public async Task Every_problem_is_reported_at_once()
    {
        var environment = Environments.Production()
            .With("DATABASE_URL", "postgresql://qgp:p@0.0.0.0/qgp").With("SECRET_KEY", "changeme").With("JWT_SECRET_KEY", "changeme")
            .With("JWT_ALGORITHM", "RS256").With("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "0").With("JWT_REFRESH_TOKEN_EXPIRE_DAYS", "0")
            .With("CORS_ORIGINS", "*").With("LOG_LEVEL", "loud").With("DATABASE_ECHO", "perhaps").With("DEBUG", "perhaps").With("PORT", "0").With("LISTEN_ADDRESS", "localhost");

        var finished = await ServiceProgram.RunAsync([], environment);

        finished.ExitCode.ShouldBe(78);
        finished.Output.ShouldBeEmpty();
        finished.ErrorLines.Select(line => line.Split(' ')[0]).Order().ShouldBe(
        [
            "CORS_ORIGINS", "DATABASE_ECHO", "DATABASE_URL", "DEBUG", "JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "JWT_ALGORITHM",
            "JWT_REFRESH_TOKEN_EXPIRE_DAYS", "JWT_SECRET_KEY", "LISTEN_ADDRESS", "LOG_LEVEL", "PORT", "SECRET_KEY", "SECRET_KEY",
        ]);
    }

    [Fact]
    public async Task A_missing_key_comes_with_the_command_that_makes_one()
    {
        var finished = await ServiceProgram.RunAsync([], Environments.Production().Without("SECRET_KEY"));

        finished.ErrorLines.ShouldHaveSingleItem().ShouldContain("openssl rand -base64 48");
    }

    [Fact]
    public async Task An_unknown_environment_is_not_read_as_development()
    {
        var finished = await ServiceProgram.RunAsync([], new Dictionary<string, string> { ["APP_ENV"] = "prod" });

        finished.ExitCode.ShouldBe(78);
        finished.ErrorLines.Select(line => line.Split(' ')[0]).ShouldBe(["APP_ENV", "DATABASE_URL", "SECRET_KEY", "JWT_SECRET_KEY"]);
    }

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("appsettings.Production.json")]
    public async Task A_broken_configuration_file_is_refused_without_being_quoted(string file)
    {
        using var folder = new Scratch();
        folder.Write(file, $"{{ \"SECRET_KEY\": \"{Sentinel}\", ");

        var finished = await ServiceProgram.RunAsync([], Environments.Production(), folder.Path);

        finished.ExitCode.ShouldBe(78);
        finished.ErrorLines.ShouldHaveSingleItem().ShouldStartWith("appsettings.json ");
        finished.Everything.ShouldNotContain(Sentinel);
    }

    /// <summary>What must not appear. The names of environments and an asterisk stand in every remedy.</summary>
    private static string Printed(string value) =>
        value.Contains(Sentinel, StringComparison.Ordinal) ? Sentinel
        : value.Trim() is "prod" or "production" or "Production" ? $"'{value}'"
        : value;
}
