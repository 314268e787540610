using QualityGovernance.Deployment.Documents.Variables;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Tests.Documents;

public sealed class ExampleRendererTests
{
    private const string Compose = """
        services:
          app:
            image: ${QGP_IMAGE:?QGP_IMAGE is not set}
            environment:
              APP_ENV: ${APP_ENV:?APP_ENV is not set}
              DATABASE_URL_FILE: /run/secrets/database_url
              LOG_LEVEL: ${LOG_LEVEL:-INFO}
              PORT: "8000"
        """;

    private static readonly IReadOnlyList<DescribedSetting> Settings =
    [
        new("APP_ENV", "development", "One of four.", File: null, Vault: null),
        new("DATABASE_URL", "required", "An address.", "DATABASE_URL_FILE", "DATABASE_URL_VAULT"),
        new("LOG_LEVEL", "INFO", "A level.", File: null, Vault: null),
        new("PORT", "8000", "A port.", File: null, Vault: null),
    ];

    [Fact]
    public void Every_setting_that_the_stack_passes_on_has_its_rule_and_its_value_or_its_default() =>
        Render("QGP_IMAGE=x\n{{settings APP_ENV=development}}\n").ShouldBe("QGP_IMAGE=x\n# One of four.\nAPP_ENV=development\n# A level.\n#LOG_LEVEL=INFO\n");

    [Fact]
    public void A_setting_that_is_new_appears_by_itself() =>
        new ExampleRenderer(Compose + "\n      NEW_ONE: ${NEW_ONE:-7}\n", [.. Settings, new("NEW_ONE", "7", "A number.", File: null, Vault: null)])
            .Render("QGP_IMAGE=x\n{{settings APP_ENV=development}}").ShouldEndWith("# A number.\n#NEW_ONE=7");

    [Theory]
    [InlineData("{{settings APP_ENV=development}}", "gives QGP_IMAGE no value")]
    [InlineData("QGP_IMAGE=x\n{{settings}}", "gives APP_ENV no value")]
    [InlineData("QGP_IMAGE=x\n{{settings APP_ENV=development GONE=1}}", "gives GONE a value, which is no setting")]
    [InlineData("QGP_IMAGE=x\n{{settings APP_ENV=development PORT=1}}", "gives PORT a value, which is no setting of the service that the compose file passes on")]
    [InlineData("QGP_IMAGE=x\nAPP_ENV=development", "has to hold {{settings ...}} once")]
    [InlineData("QGP_IMAGE=x\nAPP_ENV=testing\n{{settings APP_ENV=development}}", "sets APP_ENV a second time")]
    public void An_example_that_would_not_start_the_stack_is_not_written(string template, string problem) =>
        Should.Throw<DeploymentException>(() => Render(template)).Message.ShouldContain(problem);

    [Fact]
    public void The_fragment_of_this_checkout_becomes_an_environment_that_can_be_read()
    {
        var settings = ServiceDescription.Read("""[{"name":"APP_ENV","default":"development","rule":"One."},{"name":"LOG_LEVEL","default":"INFO","rule":"A level."},{"name":"CORS_ORIGINS","default":"none","rule":"Origins."}]""");

        var text = new ExampleRenderer(Checkout.Text("docker-compose.sandbox.yml"), settings).Render(Checkout.Text("docs/fragments/env.sandbox.example"));

        EnvironmentFile.Parse(text.Split('\n'), "it")["APP_ENV"].ShouldBe("development");
    }

    private static string Render(string template) => new ExampleRenderer(Compose, Settings).Render(template);
}
