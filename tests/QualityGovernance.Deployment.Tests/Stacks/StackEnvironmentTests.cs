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
        SecretsFolder = "/run/of/r1/secrets",
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

    [Fact]
    public void Two_containers_with_the_same_environment_do_not_differ() => StackEnvironment.Differences(Container(), Container()).ShouldBeEmpty();

    [Fact]
    public void A_variable_that_reaches_only_one_of_them_is_named()
    {
        StackEnvironment.Differences(Container(without: "CORS_ORIGINS"), Container()).ShouldBe(["CORS_ORIGINS reaches the application and not the migrations"]);
        StackEnvironment.Differences(Container(), Container(without: "SECRET_KEY_FILE")).ShouldBe(["SECRET_KEY_FILE reaches the migrations and not the application"]);
        StackEnvironment.Differences(Container(without: "APP_ENV"), Container(without: "APP_ENV")).ShouldBe(["APP_ENV reaches neither the migrations nor the application"]);
    }

    [Fact]
    public void Two_values_are_a_difference_and_neither_is_shown()
    {
        var difference = StackEnvironment.Differences(Container(), Container(changed: "SECRET_KEY_FILE")).ShouldHaveSingleItem();

        difference.ShouldBe("SECRET_KEY_FILE has one value for the migrations and another for the application");
    }

    [Fact]
    public void A_variable_that_nobody_declared_is_a_difference_too() =>
        StackEnvironment.Differences(Container(), Container(more: "EXTRA")).ShouldBe(["EXTRA reaches the application and not the migrations"]);

    [Fact]
    public void A_secret_that_reaches_only_one_of_them_is_named()
    {
        StackEnvironment.Differences(Container(), Container(without: "/run/secrets/secret_key")).ShouldBe(["/run/secrets/secret_key reaches the migrations and not the application"]);
        StackEnvironment.Differences(Container(changed: "/run/secrets/database_url"), Container())
            .ShouldBe(["/run/secrets/database_url has one value for the migrations and another for the application"]);
    }

    private static ContainerFacts Container(string? without = null, string? changed = null, string? more = null)
    {
        var environment = StackEnvironment.ProgramVariables.Append("PATH").Where(name => name != without).ToDictionary(name => name, name => name == changed ? "sentinel-7731" : "value");
        if (more is not null)
            environment[more] = "value";
        return new ContainerFacts("c1", "c1", "sha256:aa11", "x", "running", null, 0, 0, OutOfMemory: false, 1, new Dictionary<string, string>(), new Dictionary<string, string>(), environment)
        {
            Mounts = StackSecrets.ProgramMounts.Where(path => path != without).ToDictionary(path => path, path => path == changed ? "/other" : "/host" + path),
        };
    }
}
