using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Configuration;

public sealed class SecretFileTests : IDisposable
{
    private const string Key = "Vb3Nf8Qs1Zd6Xk0Wr5Lt9Gm2Hp7Jc4Ye";

    private readonly Scratch _folder = new();

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_key_is_read_from_its_file_without_the_line_end(string lineEnd) =>
        Environments.Production().Without("SECRET_KEY").With("SECRET_KEY_FILE", FileWith(Key + lineEnd)).Accepted().SecretKey.ShouldBe(Key);

    [Fact]
    public void The_database_url_is_read_from_its_file()
    {
        var environment = Environments.Production().Without("DATABASE_URL").With("DATABASE_URL_FILE", FileWith("postgresql://u:p@db.example.com/name\n"));

        environment.Accepted().Database.Name.ShouldBe("name");
    }

    [Fact]
    public void The_rules_hold_for_what_a_file_holds() =>
        Environments.Production().Without("JWT_SECRET_KEY").With("JWT_SECRET_KEY_FILE", FileWith("changeme")).Refused()
            .ShouldStartWith("JWT_SECRET_KEY is a known placeholder");

    [Theory]
    [InlineData("SECRET_KEY")]
    [InlineData("JWT_SECRET_KEY")]
    [InlineData("DATABASE_URL")]
    public void Both_the_variable_and_its_file_are_an_error(string name) =>
        Environments.Production().With(name + "_FILE", FileWith(Key)).Refused().ShouldStartWith($"{name} and {name}_FILE are both given");

    [Fact]
    public void An_empty_variable_beside_a_file_is_not_given() =>
        Environments.Production().With("SECRET_KEY", "").With("SECRET_KEY_FILE", FileWith(Key)).Accepted().SecretKey.ShouldBe(Key);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("   ")]
    public void An_empty_file_is_an_error(string content) =>
        Environments.Production().Without("SECRET_KEY").With("SECRET_KEY_FILE", FileWith(content)).Refused().ShouldStartWith("SECRET_KEY_FILE names an empty file");

    [Fact]
    public void A_missing_file_is_an_error() =>
        Environments.Production().Without("SECRET_KEY").With("SECRET_KEY_FILE", "/nowhere/at/all").Refused().ShouldStartWith("SECRET_KEY_FILE names a file that does not exist");

    [Fact]
    public void A_directory_is_an_error() =>
        Environments.Production().Without("SECRET_KEY").With("SECRET_KEY_FILE", _folder.Path).Refused().ShouldStartWith("SECRET_KEY_FILE names a directory");

    [Fact]
    public void A_setting_that_holds_no_secret_has_no_file() =>
        Environments.Production().With("PORT_FILE", "/nowhere/at/all").Accepted().Port.ShouldBe(8000);

    public void Dispose() => _folder.Dispose();

    private string FileWith(string content) => _folder.Write("secret", content);
}
