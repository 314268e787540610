using Npgsql;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Configuration;

public class DatabaseUrlTests
{
    [Theory]
    [InlineData("postgresql://user:password@db:5433/qgp", "db", 5433, "user", "password", "qgp")]
    [InlineData("postgres://user:password@db/qgp", "db", 5432, "user", "password", "qgp")]
    [InlineData("POSTGRESQL+asyncpg://user:password@db.example.com/qgp", "db.example.com", 5432, "user", "password", "qgp")]
    [InlineData("postgresql+psycopg2://user@db/qgp", "db", 5432, "user", null, "qgp")]
    [InlineData("postgresql://u%40corp:p%40%3A%2F%23%3F%25%20;'=x@db/q%20gp", "db", 5432, "u@corp", "p@:/#?% ;'=x", "q gp")]
    [InlineData("postgresql://user:p@ss:word+1@db/qgp", "db", 5432, "user", "p@ss:word+1", "qgp")]
    [InlineData("postgresql://user:password@[2001:db8::1]:6432/qgp", "2001:db8::1", 6432, "user", "password", "qgp")]
    [InlineData("postgresql://user:password@[2001:db8::1]/qgp", "2001:db8::1", 5432, "user", "password", "qgp")]
    [InlineData("  postgresql://user:password@db/qgp\n", "db", 5432, "user", "password", "qgp")]
    [InlineData("postgresql://user:password@db:/qgp/", "db", 5432, "user", "password", "qgp")]
    public void A_postgresql_url_is_read(string url, string host, int port, string user, string? password, string name)
    {
        var database = Environments.Production().With("DATABASE_URL", url).Accepted().Database;
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);

        database.Provider.ShouldBe(DatabaseProvider.PostgreSql);
        database.Host.ShouldBe(host);
        database.Name.ShouldBe(name);
        (connection.Host, connection.Port, connection.Username, connection.Password, connection.Database).ShouldBe((host, port, user, password, name));
    }

    [Theory]
    [InlineData("sslmode=require", SslMode.Require)]
    [InlineData("sslmode=verify-full&connect_timeout=5", SslMode.VerifyFull)]
    [InlineData("ssl=true", SslMode.Require)]
    [InlineData("sslmode=disable&application_name=qgp%20blue", SslMode.Disable)]
    public void Encryption_is_taken_from_the_url(string query, SslMode mode) =>
        new NpgsqlConnectionStringBuilder(Environments.Production().With("DATABASE_URL", $"postgresql://u:p@db/qgp?{query}").Accepted().Database.ConnectionString)
            .SslMode.ShouldBe(mode);

    [Fact]
    public void Several_servers_are_kept_with_their_ports()
    {
        var database = Environments.Production().With("DATABASE_URL", "postgresql://u:p@db1:5433,db2/qgp?target_session_attrs=primary").Accepted().Database;

        database.Host.ShouldBe("db1:5433,db2:5432");
        new NpgsqlConnectionStringBuilder(database.ConnectionString).TargetSessionAttributes.ShouldBe("primary");
    }

    [Theory]
    [InlineData("db.example.com", "is not a URL")]
    [InlineData("://db/qgp", "is not a URL")]
    [InlineData("mysql://u:p@db/qgp", "kind of database")]
    [InlineData("postgresql+unknown://u:p@db/qgp", "kind of database")]
    [InlineData("postgresql://u:p@db", "names no database")]
    [InlineData("postgresql://u:p@db/", "names no database")]
    [InlineData("postgresql://u:p@db:0/qgp", "port")]
    [InlineData("postgresql://u:p@db:port/qgp", "port")]
    [InlineData("postgresql://u:pa/ss@db/qgp", "ercent-encode")]
    [InlineData("postgresql://u:1234?ss@db/qgp", "ercent-encode")]
    [InlineData("postgresql://u:pa#ss@db/qgp", "ercent-encode")]
    [InlineData("postgresql://u:p@d b/qgp", "characters that no host name has")]
    [InlineData("postgresql://u:p@lоcalhost/qgp", "characters that no host name has")]
    [InlineData("postgresql://u:p@[::1/qgp", "closing bracket")]
    [InlineData("postgresql://u:p@[2001:db8::1]x:5432/qgp", "between its IPv6 host")]
    [InlineData("postgresql://u:p@db/qgp?sslmode=sometimes", "sslmode")]
    [InlineData("postgresql://u:p@db/qgp?ssl_mode=require", "unknown parameter")]
    [InlineData("postgresql://u:p@db/qgp?host=localhost", "the parameter host")]
    [InlineData("postgresql://u:p@db/qgp?connect_timeout=soon", "connect_timeout")]
    [InlineData("postgresql://u:p@db/qgp#fragment", "ercent-encode")]
    public void A_malformed_url_is_refused_with_what_is_wrong(string url, string problem)
    {
        var refused = Environments.Production().With("DATABASE_URL", url).Refused();

        refused.ShouldStartWith("DATABASE_URL ");
        refused.ShouldContain(problem);
    }

    [Theory]
    [InlineData("sqlite:///data/qgp.db", "data/qgp.db")]
    [InlineData("sqlite:////var/lib/qgp/qgp.db", "/var/lib/qgp/qgp.db")]
    [InlineData("sqlite+aiosqlite:///with%20space.db", "with space.db")]
    public void A_sqlite_url_names_a_file(string url, string path)
    {
        var database = new Dictionary<string, string> { ["DATABASE_URL"] = url }.Accepted().Database;

        database.Provider.ShouldBe(DatabaseProvider.Sqlite);
        database.Host.ShouldBeNull();
        database.Name.ShouldBe(Path.GetFullPath(path));
        database.ConnectionString.ShouldContain(database.Name);
    }

    [Theory]
    [InlineData("sqlite://")]
    [InlineData("sqlite:///")]
    [InlineData("sqlite:///:memory:")]
    [InlineData("sqlite://host/qgp.db")]
    [InlineData("sqlite:///qgp.db?mode=ro")]
    public void A_sqlite_url_without_a_file_is_refused(string url) =>
        new Dictionary<string, string> { ["DATABASE_URL"] = url }.Refused().ShouldStartWith("DATABASE_URL ");

    [Fact]
    public void Neither_settings_nor_database_print_the_password()
    {
        var settings = Environments.Production().Accepted();

        settings.ToString().ShouldNotContain("a-database-password");
        settings.Database.ToString().ShouldNotContain("a-database-password");
        settings.ToString().ShouldNotContain(settings.SecretKey);
        settings.Secrets.ShouldContain("a-database-password");
    }
}
