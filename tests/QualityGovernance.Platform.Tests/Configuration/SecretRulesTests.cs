using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Configuration;

public class SecretRulesTests
{
    [Theory]
    [InlineData("change-me-in-production")]
    [InlineData("CHANGE-ME-IN-PRODUCTION")]
    [InlineData("__CHANGE_ME__")]
    [InlineData("__change_me__")]
    [InlineData("changeme")]
    [InlineData("your-secret-key-here")]
    [InlineData("secret")]
    [InlineData("Secret ")]
    [InlineData("dev-secret")]
    [InlineData("sandbox-only-secret-key-not-for-production-0001")]
    [InlineData("SANDBOX-ONLY-JWT-SECRET-NOT-FOR-PRODUCTION-0002")]
    [InlineData("change-me-in-production-change-me-in-production")]
    public void A_placeholder_is_refused_whatever_its_case(string placeholder)
    {
        foreach (var environment in new[] { "staging", "production" })
        {
            foreach (var name in new[] { "SECRET_KEY", "JWT_SECRET_KEY" })
            {
                Environments.Production().With("APP_ENV", environment).With(name, placeholder).Refused()
                    .ShouldStartWith($"{name} is a known placeholder.");
            }
        }
    }

    [Fact]
    public void The_placeholders_of_development_are_refused_elsewhere()
    {
        var development = new Dictionary<string, string>().Accepted();

        Environments.Production().With("SECRET_KEY", development.SecretKey).Refused().ShouldContain("placeholder");
        Environments.Production().With("JWT_SECRET_KEY", development.JwtSecretKey).Refused().ShouldContain("placeholder");
        development.SecretKey.ShouldNotBe(development.JwtSecretKey);
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    public void A_key_has_32_bytes_at_least(int length, bool accepted)
    {
        var environment = Environments.Production().With("SECRET_KEY", new string('k', length));

        (environment.Load().Settings is not null).ShouldBe(accepted);
    }

    [Fact]
    public void Bytes_are_counted_and_not_characters() =>
        Environments.Production().With("SECRET_KEY", new string('ü', 16)).Accepted();

    [Fact]
    public void The_two_keys_must_differ()
    {
        var environment = Environments.Production();

        environment.With("JWT_SECRET_KEY", environment["SECRET_KEY"]).Refused().ShouldStartWith("SECRET_KEY and JWT_SECRET_KEY are the same");
    }

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public void A_blank_key_is_refused(string environment) =>
        Environments.Production().With("APP_ENV", environment).With("SECRET_KEY", new string(' ', 40)).Refused().ShouldStartWith("SECRET_KEY is empty");

    [Fact]
    public void Testing_has_no_default_and_no_further_rule()
    {
        var environment = Environments.Production().With("APP_ENV", "testing").With("SECRET_KEY", "short").With("JWT_SECRET_KEY", "short");

        environment.Accepted().SecretKey.ShouldBe("short");
        environment.Without("SECRET_KEY").Refused().ShouldStartWith("SECRET_KEY is empty or not set");
    }

    [Theory]
    [InlineData("change-me-in-production", 32)]
    [InlineData("0123456789012345678901234567890123456789", 40)]
    public void A_short_key_of_development_still_signs(string key, int bytes) =>
        new Dictionary<string, string> { ["JWT_SECRET_KEY"] = key }.Accepted().JwtSigningKey().Length.ShouldBe(bytes);
}
