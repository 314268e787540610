using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(StackCollection.Name)]
public sealed class ScheduledBackupTests(EngineFixture fixture)
{
    [Fact]
    public async Task A_sandbox_backs_itself_up_and_comes_back_from_what_it_made()
    {
        await using var sandbox = new DrilledSandbox(fixture.RealImage);
        var type = await sandbox.WithBackupsAsync(fixture.Engine);
        await type.TypeAsync("SandboxUp --scheduled-backups --backup-interval 6h", 0);
        type.AllWereTyped();

        var backup = await GoodBackupAsync(sandbox.Backups, sandbox.Console);

        backup.Manifest.Reason.ShouldBe("scheduled");
        backup.Manifest.Tables.ShouldContain(table => table.Name == "policies");
        (await sandbox.HealthAsync(fixture.Engine)).Output.ShouldContain($"{backup.Name} is good");
        sandbox.Recovery.List();
        sandbox.Console.Text.ShouldContain("good, verified");
        (await sandbox.RestoreAsync(backup.Path)).ExitCode.ShouldBe(0, sandbox.Console.Text);

        // The mutants: credentials that are wrong, and a backup that is cut off.
        var refused = await sandbox.BackUpWithPasswordAsync(fixture.Engine, "wrongsentinel7731");
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("password authentication failed for user \"qgp\"");
        (refused.Output + refused.Error).ShouldNotContain("7731");
        await using (var file = File.OpenWrite(backup.Path))
            file.SetLength(file.Length - 200);
        var ill = await sandbox.HealthAsync(fixture.Engine);
        ill.ExitCode.ShouldBe(1);
        ill.Error.ShouldContain("it was damaged since");

        await sandbox.DownWithVolumesAsync();

        sandbox.Backups.List().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_environment_is_backed_up_by_a_service_of_its_stack()
    {
        await using var environment = await DeployedEnvironment.NewAsync(fixture.Engine, withBackups: true);
        await environment.PublishAsync("v1.0.0", fixture.RealImage);
        (await environment.DeployAsync("v1.0.0")).ExitCode.ShouldBe(3, environment.Console.Text);

        var backup = await GoodBackupAsync(new BackupStore(environment.ScheduledBackups), environment.Console);

        backup.Manifest.Reason.ShouldBe("scheduled");
        var visible = await environment.VisibleAsync();
        visible.ShouldContain($"{environment.Stack}_backup");
        foreach (var secret in environment.SecretValues)
            visible.ShouldNotContain(secret);
        (await environment.RestoreAsync(backup.Path, "qgp")).ExitCode.ShouldBe(0, environment.Console.Text);
    }

    private static async Task<BackupFile> GoodBackupAsync(BackupStore store, RecordingConsole console)
    {
        await new Poll(TimeProvider.System).UntilAsync(
            "A good backup",
            _ => Task.FromResult(store.NewestGood() is { } newest ? ProbeResult.Ready(newest.Name) : ProbeResult.NotYet(console.Text)),
            TimeSpan.FromMinutes(2),
            TimeSpan.FromMilliseconds(300));
        return store.NewestGood()!;
    }
}
