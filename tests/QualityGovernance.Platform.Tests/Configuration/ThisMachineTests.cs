using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Configuration;

public class ThisMachineTests
{
    public static TheoryData<string> Spellings =>
    [
        "localhost", "LOCALHOST", "LocalHost", "localhost.", "%6Cocalhost", "db.localhost", "localhost.localdomain", "ip6-localhost",
        "127.0.0.1", "127.0.0.1.", "127.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001",
        "0.0.0.0", "0", "[::1]", "[0:0:0:0:0:0:0:1]", "[::]", "[::ffff:127.0.0.1]", "[::FFFF:7f00:1]", "[::127.0.0.1]", "[::1%25lo]", "[64:ff9b::7f00:1]",
        "host.docker.internal", "Host.Docker.Internal", "host.docker.internal.", "gateway.docker.internal", "host.containers.internal",
        "", "%2Fvar%2Frun%2Fpostgresql", "db.example.com,localhost", "db.example.com,127.0.0.1:5433",
    ];

    public static TheoryData<string> Others =>
    [
        "db", "postgres", "db.example.com", "localhost.example.com", "mylocalhost", "localhosts", "10.0.0.1", "192.168.127.1", "128.0.0.1",
        "[2001:db8::127]", "[fe80::1]", "[::ffff:10.0.0.1]", "127.0.0.1.example.com", "host-docker-internal",
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Production_refuses_this_machine_however_it_is_spelt(string host) =>
        Environments.Production().With("DATABASE_URL", Url(host)).Refused().ShouldStartWith("DATABASE_URL names this machine as the database host, which production refuses");

    [Theory]
    [MemberData(nameof(Spellings))]
    public void Staging_refuses_this_machine_however_it_is_spelt(string host) =>
        Environments.Production().With("APP_ENV", "staging").With("DATABASE_URL", Url(host)).Refused().ShouldContain("which staging refuses");

    [Theory]
    [InlineData("development")]
    [InlineData("testing")]
    public void Elsewhere_this_machine_is_fine(string environment) =>
        Environments.Production().With("APP_ENV", environment).With("DATABASE_URL", Url("localhost")).Accepted().Database.Host.ShouldBe("localhost");

    [Theory]
    [MemberData(nameof(Others))]
    public void Production_accepts_another_machine(string host) =>
        Environments.Production().With("DATABASE_URL", Url(host)).Accepted();

    [Theory]
    [InlineData("postgresql://localhost:p@db.example.com/qgp")]
    [InlineData("postgresql://u:localhost@db.example.com/qgp")]
    [InlineData("postgresql://u:127.0.0.1@db.example.com/localhost")]
    [InlineData("postgresql://u:p@db.example.com/qgp?application_name=localhost")]
    public void Only_the_host_is_judged(string url) =>
        Environments.Production().With("DATABASE_URL", url).Accepted().Database.Host.ShouldBe("db.example.com");

    private static string Url(string host) => $"postgresql://user:password@{host}/qgp";
}
