using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Tests.Databases;

[Trait("Needs", "Engine")]
[Collection(DatabaseCollection.Name)]
public sealed class DatabaseRestoringTests(DatabaseServer server) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private BackupCipher Cipher => new(server.Runner, recipient: null, identityFile: null);

    private DatabaseRestoring Restoring => new(server.Tools, Cipher, TimeProvider.System);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_restored_database_takes_the_place_of_the_one_that_is_there_and_gives_it_back()
    {
        var database = await server.DatabaseAsync();
        var backup = await TakeAsync(database);
        await server.Tools.QueryAsync(database, "DELETE FROM things WHERE id > 10;");

        var restored = await Restoring.RestoreBesideAsync(backup, database);
        (await RowsAsync(database)).ShouldBe("10");
        var kept = await Restoring.SwapAsync(database, restored);

        (await RowsAsync(database)).ShouldBe("500");
        (await RowsAsync(database with { Database = kept })).ShouldBe("10");
        (await server.DatabasesAsync(database.Database)).ShouldBe([database.Database, kept], ignoreOrder: true);

        await Restoring.SwapBackAsync(database, kept);
        (await RowsAsync(database)).ShouldBe("10");
        (await server.DatabasesAsync(database.Database)).ShouldBe([database.Database]);
    }

    [Fact]
    public async Task A_restore_that_does_not_come_out_equal_leaves_the_served_database_alone()
    {
        var database = await server.DatabaseAsync();
        var backup = await TakeAsync(database);
        var doubted = backup with { Manifest = backup.Manifest with { Tables = [.. backup.Manifest.Tables, new TableContent("absent", 1, "1:1")] } };

        (await Should.ThrowAsync<DeploymentException>(() => Restoring.RestoreBesideAsync(doubted, database))).Message.ShouldContain("absent is missing");

        (await server.DatabasesAsync(database.Database)).ShouldBe([database.Database]);
        (await RowsAsync(database)).ShouldBe("500");
    }

    [Fact]
    public async Task What_the_server_still_does_for_a_client_that_is_gone_is_stopped_before_the_database_is_removed()
    {
        var database = await server.DatabaseAsync();
        const string name = "qgp_restored_20261123140501000";
        var working = server.Tools.ScriptAsync(database, $"SELECT pg_sleep(600) AS {name};", folder: null);
        await new Poll(TimeProvider.System).UntilAsync("The server", LookAsync, TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(100));

        await Restoring.DropAsync(database, name);

        (await working).Error.ShouldContain("terminating connection due to administrator command");

        async Task<ProbeResult> LookAsync(CancellationToken token) =>
            (await server.Tools.QueryAsync(database, $"SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(600) AS {name[..12]}%';", token)) is [["1"]] ? ProbeResult.Ready("it is at work") : ProbeResult.NotYet("not yet");
    }

    [Fact]
    public async Task A_swap_with_nothing_changes_nothing()
    {
        var database = await server.DatabaseAsync();

        (await Should.ThrowAsync<DeploymentException>(() => Restoring.SwapAsync(database, "not_there"))).Message.ShouldContain("not_there");

        (await server.DatabasesAsync(database.Database)).ShouldBe([database.Database]);
    }

    [Fact]
    public async Task A_swap_takes_the_connections_of_others_with_it()
    {
        var database = await server.DatabaseAsync();
        var restored = await Restoring.RestoreBesideAsync(await TakeAsync(database), database);
        var other = server.Tools.ScriptAsync(database, "SELECT pg_sleep(60);", folder: null);
        await new Poll(TimeProvider.System).UntilAsync(
            "The other connection",
            async token => (await server.Tools.QueryAsync(database with { Database = "postgres" }, $"SELECT count(*) FROM pg_stat_activity WHERE datname = '{database.Database}';", token)) is [["1"]]
                ? ProbeResult.Ready("there")
                : ProbeResult.NotYet("not there"),
            TimeSpan.FromSeconds(60),
            TimeSpan.FromMilliseconds(100));

        await Restoring.SwapAsync(database, restored);

        (await other).Succeeded.ShouldBeFalse();
        (await RowsAsync(database)).ShouldBe("500");
    }

    private Task<BackupFile> TakeAsync(DatabaseAddress database) => new BackupTaking(server.Tools, new BackupStore(folder.Path), Cipher, TimeProvider.System).TakeAsync(database, "a test");

    private async Task<string> RowsAsync(DatabaseAddress database) => (await server.Tools.QueryAsync(database, "SELECT count(*) FROM things;"))[0][0];
}
