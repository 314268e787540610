using System.Net;
using Microsoft.Extensions.Logging;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Configuration;

public class ValueTests
{
    [Fact]
    public void The_defaults_are_those_of_the_table()
    {
        var settings = new Dictionary<string, string>().Accepted();

        settings.Environment.ShouldBe(AppEnvironment.Development);
        settings.Database.Provider.ShouldBe(DatabaseProvider.Sqlite);
        settings.JwtAlgorithm.ShouldBe("HS256");
        settings.AccessTokenLifetime.ShouldBe(TimeSpan.FromMinutes(30));
        settings.RefreshTokenLifetime.ShouldBe(TimeSpan.FromDays(7));
        settings.CorsOrigins.ShouldBeEmpty();
        settings.RiskMatrix.ShouldSatisfyAllConditions(
            matrix => (matrix.Likelihoods, matrix.Impacts).ShouldBe((5, 5)),
            matrix => matrix.Levels.Select(level => $"{level.From} {level.Name}").ShouldBe(["1 very_low", "2 low", "4 medium", "10 high", "17 critical"]));
        settings.LogLevel.ShouldBe(LogLevel.Information);
        settings.DatabaseEcho.ShouldBeFalse();
        settings.Debug.ShouldBeFalse();
        settings.AppName.ShouldBe("Quality Governance Platform");
        settings.Port.ShouldBe(8000);
        settings.ListenAddress.ShouldBeNull();
    }

    [Theory]
    [InlineData("https://a.example.com,https://b.example.com")]
    [InlineData(" https://a.example.com/ , https://B.example.com, ")]
    [InlineData("[\"https://a.example.com\",\"https://b.example.com\"]")]
    [InlineData("  [ \"https://A.example.com/\" , \"https://b.example.com:443\" ]")]
    public void Origins_come_with_commas_or_as_json(string text) =>
        Environments.Production().With("CORS_ORIGINS", text).Accepted().CorsOrigins.ShouldBe(["https://a.example.com", "https://b.example.com"]);

    [Theory]
    [InlineData("*")]
    [InlineData("[\"*\"]")]
    [InlineData("https://a.example.com, *")]
    [InlineData("https://*.example.com")]
    [InlineData("a.example.com")]
    [InlineData("null")]
    [InlineData("ftp://a.example.com")]
    [InlineData("['https://a.example.com']")]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("[\"https://a.example.com\"")]
    public void Production_refuses_origins_that_are_none(string text) =>
        Environments.Production().With("CORS_ORIGINS", text).Refused().ShouldStartWith("CORS_ORIGINS ");

    [Fact]
    public void Outside_production_every_origin_may_be_allowed() =>
        Environments.Production().With("APP_ENV", "staging").With("CORS_ORIGINS", "*").Accepted().CorsOrigins.ShouldBe(["*"]);

    [Theory]
    [InlineData("debug", LogLevel.Debug)]
    [InlineData("INFO", LogLevel.Information)]
    [InlineData("Warn", LogLevel.Warning)]
    [InlineData("WARNING", LogLevel.Warning)]
    [InlineData("error", LogLevel.Error)]
    [InlineData("CRITICAL", LogLevel.Critical)]
    [InlineData("fatal", LogLevel.Critical)]
    [InlineData("NOTSET", LogLevel.Trace)]
    [InlineData("trace", LogLevel.Trace)]
    [InlineData("Information", LogLevel.Information)]
    [InlineData("None", LogLevel.None)]
    public void Log_levels_have_the_names_of_python_and_of_dotnet(string text, LogLevel level) =>
        Environments.Production().With("LOG_LEVEL", text).Accepted().LogLevel.ShouldBe(level);

    [Theory]
    [InlineData("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "0")]
    [InlineData("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "-1")]
    [InlineData("JWT_ACCESS_TOKEN_EXPIRE_MINUTES", "1.5")]
    [InlineData("JWT_REFRESH_TOKEN_EXPIRE_DAYS", "0")]
    [InlineData("JWT_REFRESH_TOKEN_EXPIRE_DAYS", "99999999999")]
    [InlineData("PORT", "0")]
    [InlineData("PORT", "65536")]
    [InlineData("PORT", "0x50")]
    [InlineData("LISTEN_ADDRESS", "*")]
    [InlineData("LISTEN_ADDRESS", "localhost")]
    [InlineData("LISTEN_ADDRESS", "1")]
    [InlineData("LISTEN_ADDRESS", "0x7f.1")]
    [InlineData("LISTEN_ADDRESS", "127.0.0.256")]
    [InlineData("LISTEN_ADDRESS", "127.0.0.1:8000")]
    [InlineData("LISTEN_ADDRESS", "127.0.0.1,::1")]
    [InlineData("LISTEN_ADDRESS", "10.0.0.0/8")]
    [InlineData("LISTEN_ADDRESS", "::1/128")]
    [InlineData("LISTEN_ADDRESS", "[::1]:8000")]
    [InlineData("LOG_LEVEL", "3")]
    [InlineData("JWT_ALGORITHM", "hs256")]
    [InlineData("DEBUG", "maybe")]
    public void A_value_outside_its_rule_is_refused(string name, string value) =>
        Environments.Production().With(name, value).Refused().ShouldStartWith(name + " ");

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData(" 0.0.0.0 ", "0.0.0.0")]
    [InlineData("::", "::")]
    [InlineData("0:0:0:0:0:0:0:1", "::1")]
    public void An_address_to_listen_on_is_read(string text, string address) =>
        Environments.Production().With("LISTEN_ADDRESS", text).Accepted().ListenAddress.ShouldBe(IPAddress.Parse(address));

    [Fact]
    public void Debug_moves_the_default_of_the_log_level_only()
    {
        Environments.Production().With("DEBUG", "true").Accepted().LogLevel.ShouldBe(LogLevel.Debug);
        Environments.Production().With("DEBUG", "true").With("LOG_LEVEL", "ERROR").Accepted().LogLevel.ShouldBe(LogLevel.Error);
    }
}
