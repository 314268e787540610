using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Tests.Releases.Environments;

public sealed class EnvironmentSecretsTests
{
    private readonly Dictionary<string, string> variables = Example.Variables();
    private readonly SecretMask mask = new();

    [Fact]
    public void Values_are_read_and_masked_from_then_on()
    {
        var secrets = Read();

        secrets.Database.Database.ShouldBe("qgp_staging");
        secrets.ToString().ShouldBe("DATABASE_URL, JWT_SECRET_KEY, SECRET_KEY");
        foreach (var value in secrets.Values.Values.Append(secrets.Database.Password))
            mask.Apply($"it is {value}.").ShouldBe("it is ***.");
    }

    [Fact]
    public void A_file_is_as_good_as_a_variable()
    {
        variables.Remove("STAGING_SECRET_KEY", out var expected);
        variables["STAGING_SECRET_KEY_FILE"] = "/run/key";
        var machine = Example.Machine(variables);
        machine.Texts["/run/key"] = expected + "\n";

        EnvironmentSecrets.Read(Example.Description(), machine, mask).Values["SECRET_KEY"].ShouldBe(expected);
    }

    [Fact]
    public void A_secret_that_is_given_twice_is_refused()
    {
        variables["STAGING_SECRET_KEY_FILE"] = "/key";

        Refusal().ShouldContain("STAGING_SECRET_KEY and STAGING_SECRET_KEY_FILE are both set. Unset one.");
    }

    [Theory]
    [InlineData("change-me-in-production")]
    [InlineData("__CHANGE_ME__")]
    [InlineData("sandbox-only-secret-key-not-for-production-0001")]
    public void Placeholders_are_refused(string value)
    {
        variables["STAGING_SECRET_KEY"] = value;

        Refusal().ShouldContain("STAGING_SECRET_KEY is a placeholder. Make SECRET_KEY with: openssl rand -base64 48.");
    }

    [Fact]
    public void A_placeholder_as_the_password_of_the_database_is_refused()
    {
        variables["STAGING_DATABASE_URL"] = "postgresql://qgp:sandboxonlypassword@db.example.org/qgp";

        Refusal().ShouldContain("STAGING_DATABASE_URL: the password of the database is empty or a placeholder.");
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_and_without_a_value()
    {
        variables.Remove("STAGING_SECRET_KEY");
        variables["STAGING_JWT_SECRET_KEY"] = "s3ntinel";
        variables["STAGING_DATABASE_URL"] = "mysql://s3ntinel@host/db";

        var told = Refusal();

        told.ShouldContain("SECRET_KEY is not there: set STAGING_SECRET_KEY, or STAGING_SECRET_KEY_FILE to the path of a file that holds it.");
        told.ShouldContain("STAGING_JWT_SECRET_KEY is shorter than 32 bytes.");
        told.ShouldContain("STAGING_DATABASE_URL: The address of the database is not of the form");
        told.ShouldNotContain("s3ntinel");
    }

    [Fact]
    public void Two_equal_keys_are_refused()
    {
        variables["STAGING_JWT_SECRET_KEY"] = variables["STAGING_SECRET_KEY"];

        Refusal().ShouldContain("SECRET_KEY and JWT_SECRET_KEY are the same value.");
    }

    private EnvironmentSecrets Read() => EnvironmentSecrets.Read(Example.Description(), Example.Machine(variables), mask);

    private string Refusal() => Should.Throw<DeploymentException>(Read).Message;
}
