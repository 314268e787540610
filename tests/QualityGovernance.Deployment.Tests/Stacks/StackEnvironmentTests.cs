using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Tests.Stacks;

public sealed class StackEnvironmentTests
{
    internal static readonly StackEnvironment Valid = new()
    {
        Image = "sha256:aa11",
        PostgresImage = "qgp-base/postgres:15",
        AppEnvironment = "production",
        SecretKey = "sentinel-7731-secret",
        JwtSecretKey = "sentinel-7731-jwt",
        DatabasePassword = "sentinel7731database",
        Port = 18000,
        Purpose = Purposes.Rehearsal,
        Run = "r1",
        Owner = "42",
    };

    [Fact]
    public void Everything_it_is_told_becomes_a_variable()
    {
        var variables = (Valid with { Restart = "no", More = new Dictionary<string, string> { ["LOG_LEVEL"] = "DEBUG" } }).Variables();

        variables["QGP_IMAGE"].ShouldBe("sha256:aa11");
        variables["QGP_PORT"].ShouldBe("18000");
        variables["QGP_RUN"].ShouldBe("r1");
        variables["QGP_OWNER_PID"].ShouldBe("42");
        variables["QGP_RESTART"].ShouldBe("no");
        variables["LOG_LEVEL"].ShouldBe("DEBUG");
    }

    [Theory]
    [InlineData("p@ss")]
    [InlineData("a b")]
    [InlineData("")]
    public void A_password_that_would_break_the_address_is_refused_without_being_shown(string password)
    {
        var refusal = Should.Throw<DeploymentException>(() => (Valid with { DatabasePassword = password }).Variables());

        refusal.Message.ShouldBe("POSTGRES_PASSWORD becomes part of the database's address; it has to consist of letters, digits, _ and -.");
    }

    [Fact]
    public void Two_containers_with_the_same_environment_do_not_differ() => StackEnvironment.Differences(Container(), Container()).ShouldBeEmpty();

    [Fact]
    public void A_variable_that_reaches_only_one_of_them_is_named()
    {
        StackEnvironment.Differences(Container(without: "CORS_ORIGINS"), Container()).ShouldBe(["CORS_ORIGINS reaches the application and not the migrations"]);
        StackEnvironment.Differences(Container(), Container(without: "SECRET_KEY")).ShouldBe(["SECRET_KEY reaches the migrations and not the application"]);
        StackEnvironment.Differences(Container(without: "APP_ENV"), Container(without: "APP_ENV")).ShouldBe(["APP_ENV reaches neither the migrations nor the application"]);
    }

    [Fact]
    public void Two_values_are_a_difference_and_neither_is_shown()
    {
        var difference = StackEnvironment.Differences(Container(), Container(changed: "SECRET_KEY")).ShouldHaveSingleItem();

        difference.ShouldBe("SECRET_KEY has one value for the migrations and another for the application");
    }

    [Fact]
    public void A_variable_that_nobody_declared_is_a_difference_too() =>
        StackEnvironment.Differences(Container(), Container(more: "EXTRA")).ShouldBe(["EXTRA reaches the application and not the migrations"]);

    private static ContainerFacts Container(string? without = null, string? changed = null, string? more = null)
    {
        var environment = StackEnvironment.ProgramVariables.Append("PATH").Where(name => name != without).ToDictionary(name => name, name => name == changed ? "sentinel-7731" : "value");
        if (more is not null)
            environment[more] = "value";
        return new ContainerFacts("c1", "c1", "sha256:aa11", "x", "running", null, 0, 0, OutOfMemory: false, 1, new Dictionary<string, string>(), new Dictionary<string, string>(), environment);
    }
}
