using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Tests.Databases;

[Trait("Needs", "Engine")]
[Collection(DatabaseCollection.Name)]
public sealed class BackupTests(DatabaseServer server) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private BackupStore Store => new(folder.Path);

    private BackupCipher Cipher => new(server.Runner, recipient: null, identityFile: null);

    private BackupTaking Taking => new(server.Tools, Store, Cipher, TimeProvider.System);

    private BackupVerifying Verifying => new(server.Engine, server.Image, Cipher, TimeProvider.System);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_backup_is_good_once_it_was_restored_and_compared()
    {
        var backup = await Taking.TakeAsync(await server.DatabaseAsync(), "before a change");

        backup.IsGood.ShouldBeFalse();
        backup.Manifest.Revision.ShouldBe("20260101000000_First");
        backup.Manifest.Reason.ShouldBe("before a change");
        backup.Manifest.ServerVersion.ShouldStartWith("15.");
        backup.Manifest.Tables.Single(table => table.Name == "things").Rows.ShouldBe(500);
        backup.Manifest.Tables.Single(table => table.Name == "sequence things_id_seq").Rows.ShouldBe(1);
        backup.Manifest.Tables.Single(table => table.Name == "empty_one").ShouldBe(new TableContent("empty_one", 0, "0:0"));

        (await Verifying.VerifyAsync(backup)).IsGood.ShouldBeTrue();
        Store.List().ShouldHaveSingleItem().IsGood.ShouldBeTrue();
        (await server.Engine.ContainersAsync(OrphanedContainers.Owned(Labels.For(Purposes.Database)))).ShouldNotContain(container => container.Labels["qgp.run"].StartsWith("scratch"));
    }

    [Fact]
    public async Task The_password_is_nowhere_to_be_seen()
    {
        var backup = await Taking.TakeAsync(await server.DatabaseAsync(), "a look");

        server.Runner.Visible.ShouldAllBe(text => !text.Contains(DatabaseServer.Password));
        foreach (var file in Directory.EnumerateFiles(folder.Path).Where(path => path != backup.Path))
            (await File.ReadAllTextAsync(file)).ShouldNotContain(DatabaseServer.Password);
    }

    [Fact]
    public async Task The_folder_of_backups_is_closed_to_other_accounts()
    {
        var store = new BackupStore(Path.Combine(folder.Path, "new"));

        await new BackupTaking(server.Tools, store, Cipher, TimeProvider.System).TakeAsync(await server.DatabaseAsync(), "a look");

        (await server.Engine.Runner.CheckedAsync(Command.Of("stat", "--format=%a", store.Folder))).Output.Trim().ShouldBe("700");
    }

    [Fact]
    public async Task A_backup_under_writes_is_of_one_moment()
    {
        var database = await server.DatabaseAsync();
        using var stop = new CancellationTokenSource();
        var writing = WriteAsync(database, stop.Token);

        var backup = await Taking.TakeAsync(database, "in the middle");
        await stop.CancelAsync();
        var written = await writing;

        written.ShouldBeGreaterThan(0);
        (await Verifying.VerifyAsync(backup)).IsGood.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_not_a_database_of_the_product_is_not_backed_up()
    {
        var database = await server.DatabaseAsync();
        await server.Tools.QueryAsync(database, "DROP TABLE schema_info;");

        (await Should.ThrowAsync<DeploymentException>(() => Taking.TakeAsync(database, "no"))).Message.ShouldContain("holds no schema of this product");
        Directory.EnumerateFiles(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dump_that_fails_leaves_nothing_that_looks_like_a_backup()
    {
        var database = await server.DatabaseAsync();
        using var stop = new CancellationTokenSource();
        var locking = server.Tools.ScriptAsync(database, "BEGIN; LOCK TABLE empty_one; SELECT pg_sleep(600);", folder: null, stop.Token);
        await UntilAsync(database, "SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = 'empty_one' AND l.mode = 'AccessExclusiveLock';", "1");
        var backup = Taking.TakeAsync(database, "blocked");
        const string Blocked = "FROM pg_stat_activity WHERE application_name = 'pg_dump' AND wait_event_type = 'Lock' AND datname = current_database();";
        await UntilAsync(database, $"SELECT count(*) {Blocked}", "1");

        await server.Tools.QueryAsync(database, $"SELECT pg_terminate_backend(pid) {Blocked}");
        var failure = await Should.ThrowAsync<DeploymentException>(() => backup);

        failure.Message.ShouldContain("could not be backed up");
        failure.Message.ShouldContain("terminating connection");
        Directory.EnumerateFiles(folder.Path).ShouldBeEmpty();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => locking);
    }

    [Fact]
    public async Task A_truncated_dump_is_found_before_anything_is_started()
    {
        var backup = await Taking.TakeAsync(await server.DatabaseAsync(), "to be cut");
        await using (var file = File.OpenWrite(backup.Path))
            file.SetLength(file.Length - 200);

        (await Should.ThrowAsync<DeploymentException>(() => Verifying.VerifyAsync(backup))).Message.ShouldContain("is damaged: its SHA-256 is");
        Store.List().ShouldAllBe(one => !one.IsGood);
    }

    [Fact]
    public async Task A_truncated_dump_with_a_fitting_manifest_is_found_by_restoring_it()
    {
        var backup = await Taking.TakeAsync(await server.DatabaseAsync(), "to be cut");
        await using (var file = File.OpenWrite(backup.Path))
            file.SetLength(file.Length / 2);
        var changed = backup with { Manifest = backup.Manifest with { Sha256 = await BackupStore.HashAsync(backup.Path, CancellationToken.None) } };

        (await Should.ThrowAsync<DeploymentException>(() => Verifying.VerifyAsync(changed))).Message.ShouldContain("could not be restored");
    }

    [Theory]
    [InlineData("rows", "things has 500 rows instead of 501")]
    [InlineData("hash", "things has as many rows as it should, with other contents")]
    [InlineData("missing", "absent is missing")]
    [InlineData("more", "empty_one is there and should not be")]
    [InlineData("revision", "the schema is at 20260101000000_First instead of 20270101000000_Next")]
    [InlineData("product", "is a backup of \"another\", not of quality-governance")]
    public async Task A_manifest_that_says_something_else_is_found(string change, string reason)
    {
        var backup = await Taking.TakeAsync(await server.DatabaseAsync(), "to be doubted");
        var manifest = backup.Manifest;
        var things = manifest.Tables.Single(table => table.Name == "things");
        manifest = change switch
        {
            "rows" => manifest with { Tables = [.. manifest.Tables.Where(table => table != things), things with { Rows = 501 }] },
            "hash" => manifest with { Tables = [.. manifest.Tables.Where(table => table != things), things with { Hash = "1:1" }] },
            "missing" => manifest with { Tables = [.. manifest.Tables, new TableContent("absent", 1, "1:1")] },
            "more" => manifest with { Tables = [.. manifest.Tables.Where(table => table.Name != "empty_one")] },
            "revision" => manifest with { Revision = "20270101000000_Next" },
            _ => manifest with { Product = "another" },
        };

        (await Should.ThrowAsync<DeploymentException>(() => Verifying.VerifyAsync(backup with { Manifest = manifest }))).Message.ShouldContain(reason);
        Store.List().ShouldHaveSingleItem().IsGood.ShouldBeFalse();
    }

    [Fact]
    public async Task A_verification_says_nothing_about_another_file()
    {
        var backup = await Verifying.VerifyAsync(await Taking.TakeAsync(await server.DatabaseAsync(), "first"));
        var manifest = backup.Path + ".manifest.json";
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace(backup.Manifest.Sha256, new string('0', 64)));

        Store.List().ShouldHaveSingleItem().IsGood.ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_to_be_encrypted_lies_in_a_closed_folder_until_it_is()
    {
        var age = new CopyingAge();
        var taking = new BackupTaking(server.Tools, Store, new BackupCipher(age, "age1recipient", identityFile: null), TimeProvider.System);

        var backup = await taking.TakeAsync(await server.DatabaseAsync(), "secret");

        backup.Manifest.Encrypted.ShouldBeTrue();
        var plain = age.Plain.ShouldHaveSingleItem();
        plain.Mode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.Exists(plain.Folder).ShouldBeFalse();
        Directory.EnumerateFiles(folder.Path).ShouldBe([backup.Path, backup.Path + ".manifest.json"], ignoreOrder: true);
    }

    private async Task<int> WriteAsync(DatabaseAddress database, CancellationToken stop)
    {
        var count = 0;
        while (!stop.IsCancellationRequested)
        {
            await server.Tools.QueryAsync(database, "INSERT INTO things (name) SELECT 'more' FROM generate_series(1, 50); DELETE FROM things WHERE id = (SELECT min(id) FROM things);", CancellationToken.None);
            count++;
        }

        return count;
    }

    private Task UntilAsync(DatabaseAddress database, string query, string answer) => new Poll(TimeProvider.System).UntilAsync(
        query,
        async token => (await server.Tools.QueryAsync(database, query, token)) is [[var value]] && value == answer ? ProbeResult.Ready(value) : ProbeResult.NotYet("not so"),
        TimeSpan.FromSeconds(60),
        TimeSpan.FromMilliseconds(100));
}
