using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QualityGovernance.Platform.Auditing.Chain;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Features.AuditTrail;

/// <summary>The role that the service can have instead of the owner's.</summary>
[Trait("Needs", "Engine")]
public sealed class ServiceRoleTests(ServiceUnderTest<OnPostgreSql> service) : IClassFixture<ServiceUnderTest<OnPostgreSql>>
{
    private readonly string _role = $"role{Guid.CreateVersion7():N}";

    [Fact]
    public async Task It_writes_records_and_seals_and_can_not_touch_the_trail_or_the_schema()
    {
        var database = await GrantedAsync();
        await service.Admin.Post("/api/v1/policies", new { title = "Sealed by the role" });
        await using (var connections = new SealerConnections(database))
        {
            var sealer = new AuditSealer(connections, service.Time);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (sealer.SealedUpTo == 0) await sealer.SealAsync(limit.Token); // the service's own sealer may have the lock
        }

        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await ExecuteAsync(connection, "UPDATE policies SET title = title");
        await ExecuteAsync(connection, "INSERT INTO audit_entries (entry_key, action, entity_type, occurred_at) VALUES (gen_random_uuid(), 'create', 'role', now())");
        foreach (var refused in new[]
                 {
                     "UPDATE audit_entries SET action = 'x'", "DELETE FROM audit_entries", "TRUNCATE audit_entries", "UPDATE audit_seals SET hash = 'x'", "DELETE FROM audit_seals",
                     "ALTER TABLE audit_entries DISABLE TRIGGER ALL", "DROP TABLE audit_seals", "CREATE TABLE mine (id int)", "UPDATE schema_info SET revision = 'x'", "DELETE FROM \"__EFMigrationsHistory\"",
                 })
        {
            var refusal = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(connection, refused), refused);
            refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, refused);
        }
    }

    [Fact]
    public async Task A_role_that_is_not_there_and_one_that_owns_the_tables_are_refused()
    {
        var (exitCode, _, error) = await Migrated.RunAsync(service.DatabaseUrl, "grant", "--to", "nobody at all");
        (exitCode, error.Trim()).ShouldBe((1, "There is no role nobody at all. Make it first: CREATE ROLE nobody at all LOGIN PASSWORD '...'."));

        var owner = new NpgsqlConnectionStringBuilder(service.Services.GetRequiredService<QgpSettings>().Database.ConnectionString).Username!;
        (await Migrated.RunAsync(service.DatabaseUrl, "grant", "--to", owner)).Error.ShouldContain("owns the tables");
        (await Migrated.RunAsync(service.DatabaseUrl, "grant")).ExitCode.ShouldBe(64);
    }

    private async Task<DatabaseSettings> GrantedAsync()
    {
        var creation = $"CREATE ROLE {_role} LOGIN PASSWORD 'of-a-test'"; // no parameter can stand there
        await service.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(creation));
        var (exitCode, _, error) = await Migrated.RunAsync(service.DatabaseUrl, "grant", "--to", _role);
        exitCode.ShouldBe(0, error);
        var owner = service.Services.GetRequiredService<QgpSettings>().Database;
        return owner with { ConnectionString = new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Username = _role, Password = "of-a-test" }.ToString() };
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
