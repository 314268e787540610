using System.Text.RegularExpressions;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Tests.Stacks;

public sealed partial class ComposeFileTests
{
    private static readonly string Yaml = Checkout.Text("docker-compose.sandbox.yml");

    private static readonly string[] OfAVault = ["KEY_VAULT_URI", "KEY_VAULT_CLIENT_ID"];

    [Fact]
    public void The_compose_file_keeps_every_rule() => ComposeRules.Broken(new ComposeFile(Yaml)).ShouldBeEmpty();

    [Theory]
    [InlineData("services:\n", "name: qgp\nservices:\n", "the key name is not known to both generations of compose")]
    [InlineData("services:\n", "version: '3.9'\nservices:\n", "the key version is not known to both generations of compose")]
    [InlineData("  init: true", "", "app has nobody to collect ended processes")]
    [InlineData("    tmpfs:\n      - /tmp\n    ports", "    ports", "app has no place for temporary files")]
    [InlineData("127.0.0.1:${QGP_PORT", "${QGP_PORT", "app can be reached from other machines: ${QGP_PORT:-8000}:8000")]
    [InlineData("127.0.0.1:${QGP_PORT", "0.0.0.0:${QGP_PORT", "app can be reached from other machines: 0.0.0.0:${QGP_PORT:-8000}:8000")]
    [InlineData("    shm_size: 128m", "    ports: [\"127.0.0.1:5432:5432\"]", "something but the application has a port on the host")]
    [InlineData("    internal: true\n", "", "the database is on a network that leads outside")]
    [InlineData("      - postgres-data:/var/lib/postgresql/data", "      - ./data:/var/lib/postgresql/data", "postgres sees files of the host: ./data:/var/lib/postgresql/data")]
    [InlineData("      - postgres-data:/var/lib/postgresql/data", "      - /var/run/docker.sock:/var/run/docker.sock", "the data is not in a named volume")]
    [InlineData("\"--host\", \"127.0.0.1\", ", "", "the database looks ready while it initialises")]
    [InlineData("condition: service_completed_successfully", "condition: service_started", "app can start after migrations that failed")]
    [InlineData("condition: service_healthy", "condition: service_started", "migrate does not wait for a healthy database")]
    [InlineData("    restart: \"no\"", "    restart: always", "migrations are run again and again")]
    [InlineData("    environment: *environment\n    secrets: *secrets\n    tmpfs:\n      - /tmp\n    ports", "    command: [\"serve\"]\n    environment: *environment\n    secrets: *secrets\n    tmpfs:\n      - /tmp\n    ports", "app does not start as its image says")]
    [InlineData("    restart: ${QGP_RESTART:-unless-stopped}", "", "app has no restart policy")]
    [InlineData("  postgres-data:\n    labels: *labels", "  postgres-data:\n    labels: {a: b}", "postgres-data is not labelled and could not be cleaned up")]
    [InlineData("  qgp.project: quality-governance", "  qgp.project: other", "app is not labelled and could not be cleaned up")]
    [InlineData("    labels: *labels\n    environment: *environment\n    secrets: *secrets\n    tmpfs:\n      - /tmp\n    networks", "    labels: *labels\n    environment:\n      <<: *environment\n      CORS_ORIGINS: x\n    secrets: *secrets\n    tmpfs:\n      - /tmp\n    networks", "CORS_ORIGINS is not the same for migrate and app")]
    [InlineData("  SECRET_KEY_FILE: /run/secrets/secret_key", "  SECRET_KEY: ${SECRET_KEY}", "SECRET_KEY of app stands in its environment, which whoever inspects it sees")]
    [InlineData("POSTGRES_PASSWORD_FILE: /run/secrets/database_password", "POSTGRES_PASSWORD: x", "POSTGRES_PASSWORD of postgres stands in its environment, which whoever inspects it sees")]
    [InlineData("    secrets: *secrets\n    tmpfs:\n      - /tmp\n    ports", "    secrets:\n      - secret_key\n    tmpfs:\n      - /tmp\n    ports", "migrate and app are not given the same secrets")]
    [InlineData("  - jwt_secret_key", "  - another", "app asks for the secret another, which nobody has")]
    [InlineData("see .env.sandbox.example}/secret_key", "see .env.sandbox.example}/jwt_secret_key", "the secret secret_key is not the file of that name in the folder of the stack")]
    [InlineData("    profiles:\n      - backup\n", "", "backup runs although nobody asked for it")]
    [InlineData("      - ${QGP_BACKUPS:-./artifacts/backups/sandbox}:/backups", "      - postgres-data:/backups", "backups go with the data")]
    [InlineData("      - /scratch\n      - /var/lib/postgresql/data\n", "      - /scratch\n", "backup leaves a volume behind that nobody labelled")]
    [InlineData("    secrets:\n      - database_url\n    #", "    secrets: *secrets\n    #", "backup is given secrets that are not its business")]
    public void A_planted_violation_is_found(string right, string wrong, string sentence)
    {
        Yaml.ShouldContain(right);

        ComposeRules.Broken(new ComposeFile(Yaml.Replace(right, wrong, StringComparison.Ordinal))).ShouldContain(sentence);
    }

    [Fact]
    public void Another_image_for_the_migrations_is_found()
    {
        var at = Yaml.IndexOf("${QGP_IMAGE", StringComparison.Ordinal);

        ComposeRules.Broken(new ComposeFile(Yaml[..at] + "${QGP_MIGRATE_IMAGE" + Yaml[(at + "${QGP_IMAGE".Length)..])).ShouldContain("migrate and app do not run the same image");
    }

    [Fact]
    public void The_programs_get_exactly_the_settings_of_the_service()
    {
        var documented = SettingPattern().Matches(Checkout.Text("docs/configuration.md")).Select(match => match.Groups["name"].Value).ToHashSet();

        documented.ShouldContain("APP_ENV");

        // Of a vault, which this stack has none of: its secrets are files.
        OfAVault.ShouldBeSubsetOf(documented);
        documented.ExceptWith(OfAVault);
        ComposeRules.Environment(new ComposeFile(Yaml), "app").Keys.Select(Setting).ShouldBe(documented, ignoreOrder: true);
        StackEnvironment.ProgramVariables.Select(Setting).ShouldBe(documented, ignoreOrder: true);

        static string Setting(string variable) => variable.EndsWith("_FILE", StringComparison.Ordinal) ? variable[..^5] : variable;
    }

    [Fact]
    public void Every_variable_of_the_file_can_be_set_and_every_value_that_is_given_is_used()
    {
        var used = VariablePattern().Matches(Yaml).Select(match => match.Groups["name"].Value).ToHashSet();
        var given = StackEnvironmentTests.Valid.Variables().Keys;

        given.Except(used).ShouldBeEmpty();
        VariablePattern().Matches(Yaml).Where(match => match.Groups["operator"].Value.StartsWith(":?", StringComparison.Ordinal)).Select(match => match.Groups["name"].Value).Except(given).ShouldBeEmpty();
    }

    [Fact]
    public void The_example_gives_every_value_that_the_file_asks_for()
    {
        var example = EnvironmentFile.Read(Path.Combine(Checkout.Root, ".env.sandbox.example"));

        VariablePattern().Matches(Yaml).Where(match => match.Groups["operator"].Value.StartsWith(":?", StringComparison.Ordinal)).Select(match => match.Groups["name"].Value)
            .Where(name => example.GetValueOrDefault(name, "").Length == 0).ShouldBeEmpty();
        example["QGP_SECRETS"].ShouldBe("./.nuke/sandbox-secrets");
        Checkout.Text(".nuke/sandbox-secrets/secret_key").TrimEnd().ShouldBe("sandbox-only-secret-key-not-for-production-0001");
        Checkout.Text(".nuke/sandbox-secrets/jwt_secret_key").TrimEnd().ShouldBe("sandbox-only-jwt-secret-not-for-production-0002");
        example["QGP_IMAGE"].ShouldBe(SandboxStack.ImageTag);
        example["QGP_POSTGRES_IMAGE"].ShouldBe(SandboxStack.PostgresTag);
    }

    [GeneratedRegex(@"\$\{(?<name>\w+)(?<operator>:[-?])?", RegexOptions.None, 1000)]
    private static partial Regex VariablePattern();

    [GeneratedRegex(@"^\| `(?<name>[A-Z_]+)`", RegexOptions.Multiline, 1000)]
    private static partial Regex SettingPattern();
}
