using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using System.Text.Json;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Leases;
using QualityGovernance.Deployment.Releases.Recovery;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Databases;
using QualityGovernance.Deployment.Tests.Releases.Deploying;

namespace QualityGovernance.Deployment.Tests.Releases.Recovery;

[Trait("Needs", "Engine")]
[Collection(DatabaseCollection.Name)]
public sealed class RestoreProcedureTests(DatabaseServer server) : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly RecordingConsole console = new();
    private readonly FakeEnvironment environment = new();
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
        server.Runner.Around = (_, call) => call();
        environment.Dispose();
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
        console.Text.ShouldContain($"remove it when nobody needs it any more: type DROP DATABASE {kept}");
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

    [Fact]
    public async Task A_restored_database_that_could_not_be_removed_at_once_is_removed_afterwards()
    {
        backup = backup with { Manifest = backup.Manifest with { Tables = [.. backup.Manifest.Tables, new TableContent("absent", 1, "1:1")] } };
        GoesWrong("DROP DATABASE", _ => Task.FromResult(FakeEnvironment.Failed("the engine does not answer")));

        var result = await RestoreAsync();

        result.Failed!.Name.ShouldBe("RestoreBeside");
        var reason = result.Failed.Reason.ShouldNotBeNull();
        reason.ShouldContain("absent is missing");
        reason.ShouldContain("could not be removed again");
        await AsBeforeAsync();
    }

    [Fact]
    public async Task A_database_whose_making_was_answered_to_nobody_is_removed()
    {
        GoesWrong("CREATE DATABASE", LostAsync);

        (await RestoreAsync()).Failed!.Name.ShouldBe("RestoreBeside");

        await AsBeforeAsync();
    }

    [Fact]
    public async Task An_exchange_whose_answer_was_lost_is_taken_back()
    {
        GoesWrong("RENAME TO", LostAsync);

        (await RestoreAsync()).Failed!.Name.ShouldBe("SwapDatabases");

        await AsBeforeAsync();
    }

    [Fact]
    public async Task An_exchange_that_was_not_made_is_not_taken_back()
    {
        GoesWrong("RENAME TO", _ => Task.FromResult(FakeEnvironment.Failed("the engine does not answer")));

        (await RestoreAsync()).Failed!.Name.ShouldBe("SwapDatabases");

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

    [Fact]
    public async Task An_interrupted_restore_leaves_its_copy_and_the_next_check_says_so()
    {
        var left = await new DatabaseRestoring(server.Tools, Cipher, TimeProvider.System).RestoreBesideAsync(backup, served.Address);

        await RestoreAsync(dryRun: true);

        console.Text.ShouldContain($"made {left}. Remove it when none is: type DROP DATABASE {left}");
    }

    [Fact]
    public async Task An_environment_is_taken_and_given_back_also_when_the_restore_is_refused()
    {
        served.On = _ => Task.FromResult(environment.Parts.Book.Current().ShouldNotBeNull());

        (await RestoreAsync(inEnvironment: true)).ExitCode.ShouldBe(0, console.Text);
        environment.Parts.Book.Current().ShouldBeNull();

        (await RestoreAsync("another", inEnvironment: true)).Failed!.Name.ShouldBe("CheckBackup");
        environment.Parts.Book.Current().ShouldBeNull();
    }

    [Fact]
    public async Task An_environment_that_somebody_has_is_not_touched()
    {
        await environment.Parts.Book.TakeAsync(environment.Parts.Book.New("Deploy", "other", null), wait: null, _ => { });

        (await RestoreAsync(inEnvironment: true)).Failed!.Name.ShouldBe("Lease");

        environment.Parts.Book.Current()!.Run.ShouldBe("other");
        await NothingWasTouchedAsync();
    }

    [Fact]
    public async Task A_restore_that_nobody_could_undo_keeps_the_lease_and_names_the_recovery()
    {
        served.On = name => name == "start" ? throw new DeploymentException("This does not work.") : Task.CompletedTask;

        await RestoreAsync(inEnvironment: true);

        environment.Parts.Book.Current().ShouldNotBeNull();
        console.Text.ShouldContain("keeps its lease: nobody knows how the restore ended.");
    }

    [Fact]
    public async Task An_environment_that_a_killed_restore_left_is_told_of_and_taken_over()
    {
        served.On = name => name == "start" ? throw new DeploymentException("This does not work.") : Task.CompletedTask;
        var killed = await RestoreAsync(inEnvironment: true);
        var lease = environment.Parts.Book.Current()! with { Process = (OwnerMark.Current with { Started = "1" }).ToString() };
        environment.Parts.State.Write("lease.json", JsonSerializer.Serialize(lease, LeaseBook.Json));
        environment.UnfinishedRestores.Add("qgp_restored_20261123140501000");
        served.On = _ => Task.CompletedTask;

        // What is refused leaves the environment as unknown as it was.
        (await RestoreAsync("another", inEnvironment: true)).Failed!.Name.ShouldBe("CheckBackup");
        environment.Parts.Book.Current()!.Recovers!.Run.ShouldBe(killed.Run.Id.Value);
        environment.Parts.State.Write("lease.json", JsonSerializer.Serialize(lease, LeaseBook.Json));

        (await RestoreAsync(inEnvironment: true)).ExitCode.ShouldBe(0, console.Text);

        environment.Parts.Book.Current().ShouldBeNull();
        console.Text.ShouldContain($"(run {killed.Run.Id})");
        console.Text.ShouldContain("Removed the database qgp_restored_20261123140501000, which an interrupted restore had made.");
        (await RowsAsync(served.Address.Database)).ShouldBe("500");
    }

    /// <summary>The first script with these words.</summary>
    private void GoesWrong(string words, Func<Func<Task<CommandResult>>, Task<CommandResult>> wrong)
    {
        var isFirst = true;
        server.Runner.Around = (command, call) =>
        {
            if (!isFirst || command.StandardInput?.Contains(words, StringComparison.Ordinal) != true)
                return call();
            isFirst = false;
            return wrong(call);
        };
    }

    /// <summary>The server has done it, and its client was killed before it could say so.</summary>
    private static async Task<CommandResult> LostAsync(Func<Task<CommandResult>> call) => await call() with { ExitCode = 137, Output = "", Error = "" };

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

    private async Task<ProcedureResult> RestoreAsync(string? target = null, bool dryRun = false, bool inEnvironment = false)
    {
        using var session = new ProcedureSession(new ProcedureOptions("RestoreDatabase", Checkout.Root, environment.Parts.RunsFolder), console, server.Runner, server.Mask, TimeProvider.System);
        return await RestoreProcedure.RunAsync(session, served, backup, target ?? served.Address.Database, Cipher, TimeProvider.System, dryRun, CancellationToken.None,
            inEnvironment ? (environment.Parts, new DeploymentRequest("RestoreDatabase", Tag: null, "a test", Wait: null, dryRun)) : null);
    }

    private async Task<string> RowsAsync(string database) => (await server.Tools.QueryAsync(served.Address with { Database = database }, "SELECT count(*) FROM things;"))[0][0];
}
