using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Configuration;

/// <summary>The real program with settings that must not be refused.</summary>
public class AcceptedSettingsTests
{
    public static TheoryData<string, string> RightValues => new()
    {
        { "APP_ENV", "production" },
        { "APP_ENV", "staging" },
        { "APP_ENV", "testing" },
        { "APP_ENV", "development" },
        { "DATABASE_URL", "postgres://qgp:p%40ss%2Fword@db.example.com/qgp" },
        { "DATABASE_URL", "postgresql+asyncpg://qgp:localhost@db.example.com:6432/qgp" },
        { "DATABASE_URL", "postgresql+psycopg2://localhost:127.0.0.1@db/localhost" },
        { "CORS_ORIGINS", "https://a.example.com, https://b.example.com:8443" },
        { "CORS_ORIGINS", "[\"https://a.example.com\", \"https://b.example.com\"]" },
        { "CORS_ORIGINS", "[]" },
        { "CORS_ORIGINS", "" },
        { "TRUSTED_PROXIES", "10.0.0.5, 192.168.7.0/24,tasks.proxy,2001:db8::1" },
        { "TRUSTED_PROXIES", "" },
        { "RATE_LIMIT_PER_MINUTE", "0" },
        { "RISK_MATRIX", "3x4, low:1:#00FF00, high:6:ff0000" },
        { "RISK_MATRIX", "" },
        { "LOG_LEVEL", "warning" },
        { "LOG_LEVEL", "Information" },
        { "LOG_LEVEL", "CRITICAL" },
        { "DATABASE_ECHO", "True" },
        { "DEBUG", "1" },
        { "PORT", "8080" },
        { "LISTEN_ADDRESS", "127.0.0.1" },
        { "LISTEN_ADDRESS", "::1" },
        { "LISTEN_ADDRESS", "" },
    };

    [Theory]
    [MemberData(nameof(RightValues))]
    public async Task Check_config_accepts_a_right_value(string name, string value)
    {
        var finished = await ServiceProgram.RunAsync(["check-config"], Environments.Production().With(name, value));

        finished.ExitCode.ShouldBe(0, finished.Error);
        finished.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_config_needs_no_setting_at_all_for_development()
    {
        var finished = await ServiceProgram.RunAsync(["check-config"], new Dictionary<string, string>());

        finished.ExitCode.ShouldBe(0, finished.Error);
        finished.Output.ShouldContain("data/qgp.db");
    }

    [Fact]
    public async Task Check_config_prints_no_secret()
    {
        var environment = Environments.Production();

        var finished = await ServiceProgram.RunAsync(["check-config"], environment);

        finished.Output.ShouldContain("production");
        finished.Output.ShouldContain("db.example.com");
        finished.Everything.ShouldNotContain("a-database-password");
        finished.Everything.ShouldNotContain(environment["SECRET_KEY"]);
    }

    [Fact]
    public async Task Check_config_refuses_what_the_service_refuses()
    {
        var finished = await ServiceProgram.RunAsync(["check-config"], Environments.Production().With("PORT", "0"));

        finished.ExitCode.ShouldBe(78);
        finished.ErrorLines.ShouldHaveSingleItem().ShouldStartWith("PORT ");
    }

    [Fact]
    public async Task A_configuration_file_counts_and_the_environment_wins()
    {
        using var folder = new Scratch();
        folder.Write(
            "appsettings.json",
            """{ "APP_ENV": "testing", "DATABASE_URL": "sqlite:///from-file.db", "SECRET_KEY": "a", "JWT_SECRET_KEY": "b", "PORT": 9001, "CORS_ORIGINS": ["https://a.example.com"] }""");

        var fromFile = await ServiceProgram.RunAsync(["check-config"], new Dictionary<string, string>(), folder.Path);
        var overridden = await ServiceProgram.RunAsync(["check-config"], new Dictionary<string, string> { ["PORT"] = "9002" }, folder.Path);

        fromFile.Output.ShouldContain("testing, SQLite file");
        fromFile.Output.ShouldContain("from-file.db, port 9001");
        overridden.Output.ShouldContain("from-file.db, port 9002");
    }

    [Fact]
    public async Task The_file_of_the_environment_wins_over_the_common_one()
    {
        using var folder = new Scratch();
        folder.Write("appsettings.json", """{ "PORT": 9001 }""");
        folder.Write("appsettings.Development.json", """{ "PORT": 9003 }""");
        folder.Write("appsettings.Production.json", """{ "PORT": 9004 }""");

        var development = await ServiceProgram.RunAsync(["check-config"], new Dictionary<string, string> { ["APP_ENV"] = "development" }, folder.Path);
        var production = await ServiceProgram.RunAsync(["check-config"], Environments.Production(), folder.Path);

        development.Output.ShouldContain("port 9003");
        production.Output.ShouldContain("port 9004");
    }
}
