using QualityGovernance.Deployment.Releases.Environments;

namespace QualityGovernance.Deployment.Tests.Releases.Environments;

public sealed class DescriptionReaderTests
{
    private const string Sound =
        """
        {
          "stack": "qgp-staging", "host": "qgp.example.org", "port": 8091, "replicas": 2,
          "settings": { "LOG_LEVEL": "INFO" },
          "secrets": { "DATABASE_URL": "ST_URL", "SECRET_KEY": "ST_KEY", "JWT_SECRET_KEY": "ST_JWT" }
        }
        """;

    [Fact]
    public void A_sound_description_is_read_with_its_defaults()
    {
        var environment = Parse(Sound);

        environment.Stack.ShouldBe("qgp-staging");
        environment.LocalAddress.ShouldBe(new Uri("http://127.0.0.1:8091"));
        environment.Retain.ShouldBe(5);
        environment.RolloutDeadline.ShouldBe(TimeSpan.FromSeconds(120));
        environment.DrillMaxAge.ShouldBeNull();
        environment.SecretSources["SECRET_KEY"].ShouldBe("ST_KEY");
    }

    [Theory]
    [InlineData("\"replicas\": 2", "\"replicas\": 2, \"replica\": 3", "\"replica\" is not known. Known are stack, host")]
    [InlineData("\"replicas\": 2", "\"replicas\": \"2\"", "\"replicas\" is \"2\"; it has to be a whole number from 1 to 100.")]
    [InlineData("\"port\": 8091", "\"port\": 0", "\"port\" is 0; it has to be a whole number from 1 to 65535.")]
    [InlineData("\"port\": 8091,", "", "\"port\" is missing; it has to be a whole number from 1 to 65535.")]
    [InlineData("\"qgp-staging\"", "\"QGP staging\"", "\"stack\" is \"QGP staging\"; it has to be a name of lower-case letters")]
    [InlineData("\"LOG_LEVEL\": \"INFO\"", "\"LOG_LEVEL\": 1", "\"settings.LOG_LEVEL\" has to be a setting of the product, as a text.")]
    [InlineData("\"LOG_LEVEL\": \"INFO\"", "\"APP_ENV\": \"production\"", "\"settings\" may not hold APP_ENV: it is always staging.")]
    [InlineData("\"LOG_LEVEL\": \"INFO\"", "\"PORT\": \"80\"", "\"settings\" may not hold PORT: a replica listens where the proxy asks it")]
    [InlineData("\"LOG_LEVEL\": \"INFO\"", "\"TRUSTED_PROXIES\": \"10.0.0.0/8\"", "\"settings\" may not hold TRUSTED_PROXIES: a replica believes the proxy of its own stack and no other.")]
    [InlineData("\"LOG_LEVEL\": \"INFO\"", "\"LISTEN_ADDRESS\": \"127.0.0.1\"", "\"settings\" may not hold LISTEN_ADDRESS: a replica listens on every address of its container")]
    [InlineData("\"LOG_LEVEL\": \"INFO\"", "\"SECRET_KEY_VAULT\": \"key\"", "\"settings\" may not hold SECRET_KEY_VAULT: it is a secret")]
    [InlineData("\"LOG_LEVEL\": \"INFO\"", "\"SECRET_KEY_FILE\": \"/x\"", "\"settings\" may not hold SECRET_KEY_FILE: it is a secret")]
    [InlineData(", \"JWT_SECRET_KEY\": \"ST_JWT\"", "", "\"secrets\" does not say where JWT_SECRET_KEY comes from: add")]
    [InlineData("\"DATABASE_URL\": \"ST_URL\"", "\"DATABASE_URL\": \"ST_URL\", \"OTHER\": \"ST_O\"", "\"secrets\" names OTHER, which is no secret of the product")]
    [InlineData("\"replicas\": 2", "\"replicas\": 2, \"port\": 9", "\"port\" is given twice. Remove one.")]
    public void What_is_wrong_is_named_with_its_remedy(string here, string instead, string told) =>
        Should.Throw<DeploymentException>(() => Parse(Sound.Replace(here, instead))).Message.ShouldContain(told);

    [Fact]
    public void Scheduled_backups_are_described_with_the_retention_of_the_target()
    {
        Parse(Sound).Backups.ShouldBeNull();

        Parse(Sound.Replace("\"replicas\": 2", "\"replicas\": 2, \"backups\": { \"folder\": \"/var/backups/qgp\", \"intervalHours\": 6 }")).Backups
            .ShouldBe(new EnvironmentBackups("/var/backups/qgp", 6, 14, 30, Node: null, Recipient: null));
    }

    [Theory]
    [InlineData("\"folder\": \"/b\"", "\"backups.intervalHours\" is missing; it has to be a whole number from 1 to 744.")]
    [InlineData("\"folder\": \"b\", \"intervalHours\": 6", "\"backups.folder\" is \"b\"; it has to be the absolute path of a folder")]
    [InlineData("\"folder\": \"/b/../etc\", \"intervalHours\": 6", "\"backups.folder\" is")]
    [InlineData("\"folder\": \"/b\", \"intervalHours\": 0", "\"backups.intervalHours\" is 0; it has to be")]
    [InlineData("\"folder\": \"/b\", \"intervalHours\": 6, \"keep\": 0", "\"backups.keep\" is 0; it has to be")]
    [InlineData("\"folder\": \"/b\", \"intervalHours\": 6, \"node\": \"a b\"", "\"backups.node\" is \"a b\"; it has to be the host name")]
    [InlineData("\"folder\": \"/b\", \"intervalHours\": 6, \"every\": 6", "\"backups.every\" is not known. Known are folder, intervalHours, keep, keepDays, node, recipient.")]
    [InlineData("\"folder\": \"/b\", \"intervalHours\": 6, \"recipient\": \"me\"", "\"backups.recipient\" is \"me\"; it has to be a public key of age")]
    [InlineData("\"folder\": \"/b\", \"intervalHours\": 6, \"recipient\": \"age1x\"", "\"backups.recipient\" and the secret BACKUP_IDENTITY go together")]
    public void What_is_wrong_with_the_backups_is_named(string section, string told) =>
        Should.Throw<DeploymentException>(() => Parse(Sound.Replace("\"replicas\": 2", $"\"replicas\": 2, \"backups\": {{ {section} }}"))).Message.ShouldContain(told);

    [Fact]
    public void Backups_that_are_no_section_are_refused() =>
        Should.Throw<DeploymentException>(() => Parse(Sound.Replace("\"replicas\": 2", "\"replicas\": 2, \"backups\": true"))).Message.ShouldContain("\"backups\" has to be an object.");

    [Fact]
    public void Every_problem_is_told_at_once_beside_the_file()
    {
        var failure = Should.Throw<DeploymentException>(() => Parse("{ \"port\": true, \"colour\": \"red\" }"));

        failure.Message.ShouldStartWith("staging.json does not describe an environment:\n");
        foreach (var name in new[] { "stack", "host", "port", "replicas", "secrets", "colour" })
            failure.Message.ShouldContain($"- \"{name}\"");
    }

    [Fact]
    public void A_secret_that_was_written_in_place_of_its_variable_is_not_repeated()
    {
        var failure = Should.Throw<DeploymentException>(() => Parse(Sound.Replace("ST_KEY", "s3ntinel/value")));

        failure.Message.ShouldContain("never values: SECRET_KEY is not the name of one");
        failure.Message.ShouldNotContain("s3ntinel");
    }

    [Fact]
    public void Production_has_to_say_how_old_a_drill_may_be() =>
        Should.Throw<DeploymentException>(() => DescriptionReader.Parse("production.json", EnvironmentDescription.Production, Sound)).Message.ShouldContain("\"drillMaxAgeDays\" is missing");

    [Theory]
    [InlineData("prod")]
    [InlineData("Production")]
    [InlineData("../secret")]
    [InlineData(null)]
    public void There_are_two_environments(string? name) =>
        Should.Throw<DeploymentException>(() => DescriptionReader.Read("/", name)).Message.ShouldContain("There are staging and production, spelled exactly so.");

    [Fact]
    public void The_examples_of_this_checkout_are_sound_and_share_nothing()
    {
        var staging = DescriptionReader.Read(Checkout.Root, EnvironmentDescription.Staging);
        var production = DescriptionReader.Read(Checkout.Root, EnvironmentDescription.Production);

        production.DrillMaxAge.ShouldNotBeNull();
        production.SecretSources.Values.ShouldNotContain(source => staging.SecretSources.Values.Contains(source));
        production.Stack.ShouldNotBe(staging.Stack);
        production.Port.ShouldNotBe(staging.Port);
    }

    private static EnvironmentDescription Parse(string json) => DescriptionReader.Parse("staging.json", EnvironmentDescription.Staging, json);
}
