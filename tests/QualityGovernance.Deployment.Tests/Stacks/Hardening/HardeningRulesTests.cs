using QualityGovernance.Deployment.Stacks.Hardening;

namespace QualityGovernance.Deployment.Tests.Stacks.Hardening;

public sealed class HardeningRulesTests
{
    private const string Compose = "docker-compose.sandbox.yml";

    private static readonly DockerfileFacts Dockerfile = new(Checkout.Text("Dockerfile"));

    private static readonly string Yaml = Checkout.Text(Compose);

    [Fact]
    public void A_running_container_that_keeps_every_rule_is_not_complained_about() => Running(RunningContainer.Json).ShouldBeEmpty();

    [Fact]
    public void Every_rule_has_a_planted_violation_on_a_running_container() =>
        RunningContainer.Violations.Select(violation => violation.Rule).Distinct().ShouldBe(HardeningRules.All.Select(rule => rule.Id), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(RunningContainer.Rows), MemberType = typeof(RunningContainer))]
    public void A_planted_violation_on_a_running_container_is_found(string rule, string right, string wrong)
    {
        RunningContainer.Json.ShouldContain(right);

        Running(RunningContainer.Json.Replace(right, wrong, StringComparison.Ordinal)).Select(breach => breach.Rule).Distinct().ShouldBe([rule]);
    }

    [Fact]
    public void A_variable_of_a_running_container_is_named_without_its_value()
    {
        var breach = Running(RunningContainer.Json.Replace("\"APP_ENV=production\"", "\"SECRET_KEY=s3ntinel\"", StringComparison.Ordinal)).ShouldHaveSingleItem();

        breach.ToString().ShouldContain("SECRET_KEY");
        breach.ToString().ShouldNotContain("s3ntinel");
    }

    [Theory]
    [InlineData("4.1", "    user: postgres", "    user: root")]
    [InlineData("4.1", "    user: ${QGP_BACKUP_USER:-1654:1654}", "    user: root")]
    [InlineData("5.2", "    - no-new-privileges", "    - no-new-privileges\n    - apparmor:unconfined")]
    [InlineData("5.3", "    - no-new-privileges", "    - no-new-privileges\n    - label:disable")]
    [InlineData("5.4", "    - ALL", "    - NET_RAW")]
    [InlineData("5.4", "  read_only: true", "  read_only: true\n  cap_add: [SYS_ADMIN]")]
    [InlineData("5.5", "    user: postgres", "    user: postgres\n    privileged: true")]
    [InlineData("5.6", "      - postgres-data:/var/lib/postgresql/data", "      - /etc:/etc:ro")]
    [InlineData("5.8", "127.0.0.1:${QGP_PORT:-8000}:8000", "127.0.0.1:${QGP_PORT:-80}:8000")]
    [InlineData("5.10", "    user: postgres", "    user: postgres\n    network_mode: host")]
    [InlineData("5.11", "    mem_limit: 512m", "")]
    [InlineData("5.12", "    cpus: 1.0", "    cpus: 0")]
    [InlineData("5.13", "  read_only: true", "  read_only: false")]
    [InlineData("5.14", "127.0.0.1:${QGP_PORT:-8000}:8000", "${QGP_PORT:-8000}:8000")]
    [InlineData("5.15", "    restart: \"no\"", "    restart: always")]
    [InlineData("5.16", "    user: postgres", "    user: postgres\n    pid: host")]
    [InlineData("5.17", "    user: postgres", "    user: postgres\n    ipc: host")]
    [InlineData("5.18", "    user: postgres", "    user: postgres\n    devices: [\"/dev/sda\"]")]
    [InlineData("5.20", "      - postgres-data:/var/lib/postgresql/data", "      - postgres-data:/var/lib/postgresql/data:rshared")]
    [InlineData("5.21", "    user: postgres", "    user: postgres\n    uts: host")]
    [InlineData("5.22", "    - no-new-privileges", "    - no-new-privileges\n    - seccomp:unconfined")]
    [InlineData("5.25", "    user: postgres", "    user: postgres\n    cgroup_parent: /")]
    [InlineData("5.26", "  security_opt:\n    - no-new-privileges", "")]
    [InlineData("5.27", "      test: [\"CMD\", \"pg_isready\"", "      disable: true\n      other: [\"CMD\", \"pg_isready\"")]
    [InlineData("5.29", "    pids_limit: 200", "    pids_limit: -1")]
    [InlineData("5.30", "    user: postgres", "    user: postgres\n    network_mode: bridge")]
    [InlineData("5.31", "    user: postgres", "    user: postgres\n    userns_mode: host")]
    [InlineData("5.32", "      - postgres-data:/var/lib/postgresql/data", "      - /opt/docker.sock:/opt/docker.sock")]
    [InlineData("secret-in-environment", "POSTGRES_PASSWORD_FILE: /run/secrets/database_password", "POSTGRES_PASSWORD: x")]
    public void A_planted_violation_in_the_compose_file_is_found(string rule, string right, string wrong)
    {
        Yaml.ShouldContain(right);
        var before = Described(Compose, Yaml);

        Described(Compose, Yaml.Replace(right, wrong, StringComparison.Ordinal)).Except(before).Select(breach => breach.Rule).ShouldContain(rule);
    }

    /// <summary>What is not kept there is allowed with a reason in .nuke/scan-allow.json, and nothing else.</summary>
    [Fact]
    public void The_files_break_only_what_they_have_a_reason_for()
    {
        Described(Compose, Yaml).Select(breach => $"{breach.Rule} {breach.Where}").ShouldBe(
            [$"5.15 {Compose} postgres", $"5.27 {Compose} migrate", $"5.15 {Compose} app", $"5.15 {Compose} backup", $"5.27 {Compose} backup"], ignoreOrder: true);
        Described("docker-stack.yml", Checkout.Text("docker-stack.yml")).Select(breach => $"{breach.Rule} {breach.Where}").ShouldBe(
            [
                "5.15 docker-stack.yml app", "5.26 docker-stack.yml app",
                "5.14 docker-stack.yml proxy", "5.15 docker-stack.yml proxy", "5.26 docker-stack.yml proxy", "5.27 docker-stack.yml proxy",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void The_dockerfile_keeps_every_rule() => Dockerfile.Broken().ShouldBeEmpty();

    [Theory]
    [InlineData("4.1", "USER 1654", "USER root")]
    [InlineData("4.1", "USER 1654", "")]
    [InlineData("4.6", "HEALTHCHECK --interval", "# HEALTHCHECK --interval")]
    [InlineData("4.7", "WORKDIR /src", "RUN apt-get update\nWORKDIR /src")]
    [InlineData("4.9", "COPY src/ src/", "ADD src/ src/")]
    [InlineData("4.10", "WORKDIR /src", "ENV SECRET_KEY=s3ntinel\nWORKDIR /src")]
    public void A_planted_violation_in_the_dockerfile_is_found(string rule, string right, string wrong)
    {
        var text = Checkout.Text("Dockerfile");
        text.ShouldContain(right);

        var breach = new DockerfileFacts(text.Replace(right, wrong, StringComparison.Ordinal)).Broken().ShouldHaveSingleItem();

        breach.Rule.ShouldBe(rule);
        breach.What.ShouldNotContain("s3ntinel");
    }

    private static IReadOnlyList<HardeningBreach> Running(string json) => HardeningRules.Broken([RunningContainers.Read(json)]);

    private static IReadOnlyList<HardeningBreach> Described(string file, string yaml) => HardeningRules.Broken(new DescribedContainers(Dockerfile).Read(file, yaml));
}
