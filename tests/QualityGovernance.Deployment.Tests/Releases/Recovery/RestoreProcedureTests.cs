using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Recovery;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Databases;

namespace QualityGovernance.Deployment.Tests.Releases.Recovery;

[Trait("Needs", "Engine")]
[Collection(DatabaseCollection.Name)]
public sealed class RestoreProcedureTests(DatabaseServer server) : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private FakeApplication served = null!;
    private BackupFile backup = null!;

    private BackupCipher Cipher => new(server.Runner, recipient: null, identityFile: null);

    /// <summary>A backup of 500 rows, and a database that has lost most of them since.</summary>
    public async Task InitializeAsync()
    {
        var address = await server.DatabaseAsync();
        served = new FakeApplication(address, server.Tools);
        backup = await new BackupTaking(server.Tools, new BackupStore(Path.Combine(folder.Path, "backups")), Cipher, TimeProvider.System).TakeAsync(address, "a test");
        await server.Tools.QueryAsync(address, "DELETE FROM things WHERE id > 10;");
    }

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_backup_takes_the_place_of_the_database_which_is_kept()
    {
        var result = await RestoreAsync();

        result.ExitCode.ShouldBe(0);
        served.Calls.ShouldBe(["stop", "start"]);
        (await RowsAsync(served.Address.Database)).ShouldBe("500");
        var kept = RunVerifier.Read(result.Run).Step("SwapDatabases")!.Observations["kept-as"];
        (await RowsAsync(kept)).ShouldBe("10");
    }

    [Fact]
    public async Task A_backup_of_an_older_release_is_migrated()
    {
        served.Head = "20270101000000_Second";

        var result = await RestoreAsync();

        result.ExitCode.ShouldBe(0);
        served.Calls.ShouldBe(["stop", "migrate", "start"]);
        RunVerifier.Read(result.Run).Step("VerifyRestore")!.Observations["revision"].ShouldBe("20270101000000_Second");
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_be_done_and_touches_nothing()
    {
        var result = await RestoreAsync(dryRun: true);

        RunVerifier.Read(result.Run).Steps.Select(step => step.Name).ShouldBe(["CheckBackup"]);
        await NothingWasTouchedAsync();
    }

    [Fact]
    public Task A_wrong_target_is_refused() => RefusedAsync("and --confirm-target names another", target: "another");

    [Fact]
    public Task A_backup_of_a_newer_release_is_refused()
    {
        served.Head = "20250101000000_Older";
        return RefusedAsync("knows no migration after 20250101000000_Older");
    }

    [Fact]
    public Task A_backup_of_another_product_is_refused()
    {
        backup = backup with { Manifest = backup.Manifest with { Product = "another" } };
        return RefusedAsync("is a backup of \"another\"");
    }

    [Fact]
    public async Task A_damaged_backup_is_refused()
    {
        await File.AppendAllTextAsync(backup.Path, "x");
        await RefusedAsync("is damaged");
    }

    [Fact]
    public async Task A_restore_that_does_not_come_out_equal_is_undone()
    {
        backup = backup with { Manifest = backup.Manifest with { Tables = [.. backup.Manifest.Tables, new TableContent("absent", 1, "1:1")] } };

        var result = await RestoreAsync();

        result.Failed!.Name.ShouldBe("RestoreBeside");
        served.Calls.ShouldBe(["stop", "start"]);
        await AsBeforeAsync();
    }

    [Theory]
    [InlineData("migrate", "MigrateRestored")]
    [InlineData("start", "StartApplication")]
    public async Task What_fails_after_the_exchange_is_undone(string call, string step)
    {
        served.Head = "20270101000000_Second";
        served.On = name => name == call && served.Calls.Count(one => one == call) == 1 ? throw new DeploymentException("This does not work.") : Task.CompletedTask;

        var result = await RestoreAsync();

        result.Failed!.Name.ShouldBe(step);
        served.Calls[^2..].ShouldBe(["stop", "start"]);
        await AsBeforeAsync();
    }

    [Fact]
    public async Task Rows_that_are_lost_afterwards_are_found()
    {
        served.On = name => name == "start" && served.Calls.Count(one => one == "start") == 1 ? server.Tools.QueryAsync(served.Address, "DELETE FROM things WHERE id = 7;") : Task.CompletedTask;

        var result = await RestoreAsync();

        result.Failed!.Reason!.ShouldContain("Rows of the backup are missing in what is served now: things");
        await AsBeforeAsync();
    }

    private async Task RefusedAsync(string reason, string? target = null)
    {
        var result = await RestoreAsync(target);

        result.ExitCode.ShouldBe(1);
        result.Failed!.Name.ShouldBe("CheckBackup");
        result.Failed.Reason!.ShouldContain(reason);
        await NothingWasTouchedAsync();
    }

    private async Task NothingWasTouchedAsync()
    {
        served.Calls.ShouldBeEmpty();
        await AsBeforeAsync();
    }

    private async Task AsBeforeAsync()
    {
        (await RowsAsync(served.Address.Database)).ShouldBe("10");
        (await server.DatabasesAsync(served.Address.Database)).ShouldBe([served.Address.Database]);
    }

    private async Task<ProcedureResult> RestoreAsync(string? target = null, bool dryRun = false)
    {
        using var session = new ProcedureSession(new ProcedureOptions("RestoreDatabase", Checkout.Root, Path.Combine(folder.Path, "runs")), new RecordingConsole(), server.Runner, server.Mask, TimeProvider.System);
        return await RestoreProcedure.RunAsync(session, served, backup, target ?? served.Address.Database, Cipher, TimeProvider.System, dryRun, CancellationToken.None);
    }

    private async Task<string> RowsAsync(string database) => (await server.Tools.QueryAsync(served.Address with { Database = database }, "SELECT count(*) FROM things;"))[0][0];
}
