namespace QualityGovernance.Deployment.Tests.Releases.Swarm;

public sealed class StackFileTests
{
    private static readonly string Yaml = Checkout.Text("docker-stack.yml");

    private static readonly string Backups = Checkout.Text(".nuke/backups/service.yml");

    private static readonly string Proxy = Checkout.Text(".nuke/proxy/haproxy.cfg");

    [Fact]
    public void The_stack_keeps_every_rule() => StackRules.Broken(Yaml).ShouldBeEmpty();

    [Theory]
    [InlineData("    read_only: true", "    read_only: false", "app has a writable root")]
    [InlineData("      - ALL", "      - NET_RAW", "app has capabilities")]
    [InlineData("    init: true", "", "proxy has nobody to collect ended processes")]
    [InlineData("      endpoint_mode: dnsrr", "      endpoint_mode: vip", "app relies on virtual addresses")]
    [InlineData("          pids: 100", "", "proxy has no limits")]
    [InlineData("    stop_grace_period: 45s", "    volumes: [\"/etc:/etc\"]", "app sees files of the machine")]
    [InlineData("    stop_grace_period: 45s", "    environment: {SECRET_KEY: x}", "a secret of app stands in its environment")]
    [InlineData("  qgp.project: quality-governance", "  qgp.project: other", "proxy is not labelled and could not be cleaned up")]
    [InlineData("    stop_grace_period: 45s", "    ports: [\"8000:8000\"]", "the application can be reached beside the proxy")]
    [InlineData("        order: start-first\n        parallelism: ${", "        order: stop-first\n        parallelism: ${", "replicas end before their successors are there")]
    [InlineData("        failure_action: rollback\n        monitor: ${", "        failure_action: pause\n        monitor: ${", "a release that fails stays")]
    [InlineData("        mode: 0400", "        mode: 0444", "database_url can be read by others than the application")]
    [InlineData("        mode: host", "        mode: ingress", "the proxy relies on the routing mesh")]
    [InlineData("    user: \"99\"", "    user: root", "the proxy runs as root")]
    [InlineData("    external: true\n    name: ${QGP_SECRET_SECRET_KEY", "    name: ${QGP_SECRET_SECRET_KEY", "the secret secret_key comes from a file of the stack")]
    public void A_planted_violation_is_found(string right, string wrong, string sentence)
    {
        Yaml.ShouldContain(right);

        StackRules.Broken(Yaml.Replace(right, wrong, StringComparison.Ordinal)).ShouldContain(sentence);
    }

    [Fact]
    public void The_backup_service_keeps_every_rule() => StackRules.BrokenBackups(Backups).ShouldBeEmpty();

    [Theory]
    [InlineData("    read_only: true", "    read_only: false", "backup has a writable root")]
    [InlineData("      - ALL", "      - NET_RAW", "backup has capabilities")]
    [InlineData("      endpoint_mode: dnsrr", "      endpoint_mode: vip", "backup relies on virtual addresses")]
    [InlineData("          pids: 200", "", "backup has no limits")]
    [InlineData("DATABASE_URL_FILE: /run/secrets/database_url", "DATABASE_URL: x", "a secret of backup stands in its environment")]
    [InlineData("      qgp.project: quality-governance", "      qgp.project: other", "backup is not labelled and could not be cleaned up")]
    [InlineData("${QGP_BACKUP_DIRECTORY:?QGP_BACKUP_DIRECTORY is not set}", "/var/run", "backup sees more of the machine than the folder of backups")]
    [InlineData("      - type: tmpfs\n        target: /var/lib/postgresql/data", "", "backup leaves a volume behind that nobody labelled")]
    [InlineData("    user: \"1654:1654\"", "", "backup is not in the group that may write into the folder")]
    [InlineData("        order: stop-first", "        order: start-first", "two may write into one folder")]
    [InlineData("      replicas: 1", "      replicas: 2", "two may write into one folder")]
    [InlineData("          - ${QGP_BACKUP_PLACE:?QGP_BACKUP_PLACE is not set}", "          []", "backups are spread over the machines")]
    [InlineData("        mode: 0400", "        mode: 0444", "database_url can be read by others than the backup service")]
    [InlineData("services:\n", "services:\n  app:\n    image: other\n", "app is changed by what only backs up")]
    public void A_planted_violation_of_the_backup_service_is_found(string right, string wrong, string sentence)
    {
        Backups.ShouldContain(right);

        StackRules.BrokenBackups(Backups.Replace(right, wrong, StringComparison.Ordinal)).ShouldContain(sentence);
    }

    /// <summary>Each of them was measured to matter, or keeps a write from being sent twice.</summary>
    [Theory]
    [InlineData("http-request disable-l7-retry unless METH_GET")]
    [InlineData("option http-server-close")]
    [InlineData("hold obsolete 0s")]
    [InlineData("http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host app")]
    [InlineData("http-request set-header X-Forwarded-For %[src]")]
    [InlineData("http-request del-header Forwarded")]
    public void The_proxy_is_told(string line) => Proxy.Split('\n').Select(one => one.Trim()).ShouldContain(line);
}
