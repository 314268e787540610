using System.Net;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Testing.Databases;
using QualityGovernance.Testing.Service;

namespace QualityGovernance.Web.Tests.Data;

public abstract class SchemaProbeTests(IServiceUnderTest service)
{
    private static readonly string Head = SchemaHead.Of(typeof(Program).Assembly).Revision;

    [Fact]
    public async Task The_service_is_ready_on_the_schema_it_was_built_for()
    {
        var ready = (await service.Anonymous.Get("/readyz")).MustBe(HttpStatusCode.OK);
        ready["schema"].ShouldBe(Head);
        (await service.Anonymous.Get("/api/v1/meta/version"))["schema_revision"].ShouldBe(Head);
    }

    [Fact]
    public async Task A_newer_schema_that_still_serves_this_release_is_ready()
    {
        await MigratedFurtherAsync(compatibleFrom: Head, async () =>
            (await service.Anonymous.Get("/readyz")).MustBe(HttpStatusCode.OK)["schema"].ShouldBe("99991231000000_Later"));
    }

    [Fact]
    public async Task A_newer_schema_that_no_longer_serves_this_release_is_not_ready()
    {
        await MigratedFurtherAsync(compatibleFrom: "99991231000000_Later", async () =>
            (await service.Anonymous.Get("/readyz")).MustBe(HttpStatusCode.ServiceUnavailable).Message.ShouldContain("99991231000000_Later"));
    }

    [Fact]
    public async Task A_schema_without_migrations_is_not_ready_and_becomes_ready_by_itself()
    {
        await ExecuteAsync("ALTER TABLE schema_info RENAME TO schema_info_away");
        (await service.Anonymous.Get("/readyz")).MustBe(HttpStatusCode.ServiceUnavailable).Message.ShouldContain("up");

        await ExecuteAsync("ALTER TABLE schema_info_away RENAME TO schema_info");
        (await service.Anonymous.Get("/readyz")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task MigratedFurtherAsync(string compatibleFrom, Func<Task> check)
    {
        await ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231000000_Later', '10.0.0')");
        await ExecuteAsync($"UPDATE schema_info SET revision = '99991231000000_Later', compatible_from = '{compatibleFrom}'");
        try
        {
            await check();
        }
        finally
        {
            await ExecuteAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = '99991231000000_Later'");
            await ExecuteAsync($"UPDATE schema_info SET revision = '{Head}', compatible_from = '{Head}'");
        }
    }

    private Task<int> ExecuteAsync(string sql) => service.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}

[Trait("Needs", "Engine")]
public sealed class SchemaProbeTestsOnPostgreSql(ServiceUnderTest<OnPostgreSql> service) : SchemaProbeTests(service), IClassFixture<ServiceUnderTest<OnPostgreSql>>;

public sealed class SchemaProbeTestsOnSqlite(ServiceUnderTest<OnSqlite> service) : SchemaProbeTests(service), IClassFixture<ServiceUnderTest<OnSqlite>>
{
    private readonly ServiceUnderTest<OnSqlite> _service = service;

    [Fact]
    public async Task A_database_that_is_away_is_said_in_one_sentence_and_not_made_anew()
    {
        var file = OnSqlite.FileOf(_service.DatabaseUrl);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // an open handle would still reach the moved file
        File.Move(file, file + ".away");
        var away = (await _service.Anonymous.Get("/readyz")).MustBe(HttpStatusCode.ServiceUnavailable);
        away["database"].ShouldBe("unreachable");
        away.Message.ShouldBe("The database does not answer (SqliteException). Check that it runs and that DATABASE_URL reaches it.");
        File.Exists(file).ShouldBeFalse();

        File.Move(file + ".away", file);
        (await _service.Anonymous.Get("/readyz")).Status.ShouldBe(HttpStatusCode.OK);
    }
}
