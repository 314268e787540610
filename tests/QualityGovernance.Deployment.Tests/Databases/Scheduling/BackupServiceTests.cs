using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Databases.Scheduling;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Databases.Scheduling;

public sealed class BackupServiceTests : IDisposable
{
    private const string Password = "sentinel7731";

    private static readonly BackupServiceSettings Settings = new(
        new DatabaseAddress("db", 5432, "qgp", "qgp", Password), new BackupSchedule(TimeSpan.FromHours(6)), TimeSpan.FromHours(1), Keep: 3, TimeSpan.FromDays(30));

    private readonly TemporaryFolder folder = new();
    private readonly FakeDatabase database = new();
    private readonly ManualTime time = new();
    private readonly List<string> said = [];
    private readonly CancellationTokenSource stop = new();

    private BackupStore Store => new(folder.Path);

    private BackupHealth Health => BackupHealth.Of(Store, Settings.Schedule, Settings.Tolerance, time.GetUtcNow());

    public void Dispose()
    {
        stop.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_first_is_taken_at_once_and_the_next_when_the_interval_has_passed()
    {
        var running = Service().RunAsync(stop.Token);
        await UntilAsync("Three backups", () => Store.List().Count == 3);
        await EndAsync(running);

        var all = Store.List();
        all.ShouldAllBe(backup => backup.IsGood && backup.Manifest.Reason == "scheduled");
        all.Zip(all.Skip(1)).Select(pair => pair.First.Manifest.Created - pair.Second.Manifest.Created).ShouldAllBe(distance => distance == TimeSpan.FromHours(6));
        said[0].ShouldBe($"A backup of qgp on db:5432 is due every 6h; 3 are kept for 30 days in {folder.Path}.");
        said[1].ShouldContain("is good: 5 rows in 1 tables and sequences at r1, restored and compared");
        said[2].ShouldStartWith("The next backup is due at 2026-11-23T20:05:01Z");
        database.Servers.ShouldBe(0);
    }

    [Fact]
    public async Task A_backup_that_is_young_enough_is_not_repeated_after_a_start()
    {
        await Service().OnceAsync();
        time.Advance(TimeSpan.FromHours(5));

        var running = Service().RunAsync(stop.Token);
        await UntilAsync("The announcement", () => said.Any(line => line.StartsWith("The next backup is due", StringComparison.Ordinal)), step: TimeSpan.Zero);

        Store.List().ShouldHaveSingleItem();
        await EndAsync(running);
    }

    [Fact]
    public async Task What_is_beyond_number_is_removed()
    {
        for (var count = 0; count < 5; count++)
        {
            await Service().OnceAsync();
            time.Advance(TimeSpan.FromHours(6));
        }

        Store.List().Count.ShouldBe(3);
        said.Count(line => line.StartsWith("Removed ", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task A_failure_is_told_without_the_secret_and_tried_again_with_growing_pauses()
    {
        database.Refusals = 3;

        var running = Service().RunAsync(stop.Token);
        await UntilAsync("A backup", () => Store.List().Count == 1);
        await EndAsync(running);

        said.Where(line => line.StartsWith("The backup failed", StringComparison.Ordinal)).Select(line => line[^21..^1])
            .ShouldBe(["2026-11-23T14:06:01Z", "2026-11-23T14:08:01Z", "2026-11-23T14:12:01Z"]);
        said[1].ShouldBe("The backup failed, 1 in a row: The database qgp on db:5432 refused a query: FATAL: password authentication failed for user \"qgp\". It is tried again at 2026-11-23T14:06:01Z.");
        said.ShouldAllBe(line => !line.Contains(Password));
        Store.List().ShouldHaveSingleItem().IsGood.ShouldBeTrue();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_is_not_tried_again_without_a_pause()
    {
        var broken = Path.Combine(folder.Path, "a.dump.manifest.json");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "a.dump"), "x");
        await File.WriteAllTextAsync(broken, "{}");

        var running = Service().RunAsync(stop.Token);
        await UntilAsync("Three failures", () => said.Count >= 4);
        await EndAsync(running);

        said.Skip(1).Take(3).Select(line => line[^21..^1]).ShouldBe(["2026-11-23T14:06:01Z", "2026-11-23T14:08:01Z", "2026-11-23T14:12:01Z"]);
    }

    /// <summary>The mutants: a dump that cannot be restored, one of which something else comes out, and one that lacks a table.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("table\tthings\t4\t1:1")]
    [InlineData("")]
    public async Task A_damaged_dump_is_not_listed_as_good_and_neither_pushes_good_ones_out_nor_fills_the_disk(string? restored)
    {
        var good = await Service().OnceAsync();
        database.Restored = restored;
        time.Advance(TimeSpan.FromHours(6));

        var running = Service().RunAsync(stop.Token);
        await UntilAsync("Five failures", () => said.Count(line => line.StartsWith("The backup failed", StringComparison.Ordinal)) >= 5);
        await EndAsync(running);

        Store.List().Count.ShouldBe(2);
        Store.NewestGood()!.Name.ShouldBe(good.Name);
        database.Servers.ShouldBe(0);
    }

    /// <summary>The mutant of the schedule: a service that never takes another one.</summary>
    [Fact]
    public async Task A_schedule_that_never_fires_turns_the_health_red()
    {
        Health.ShouldBe(new BackupHealth(IsHealthy: false, $"There is no good backup in {folder.Path}."));
        await Service().OnceAsync();

        time.Advance(TimeSpan.FromHours(7));
        Health.IsHealthy.ShouldBeTrue(Health.Reason);

        time.Advance(TimeSpan.FromSeconds(1));
        Health.IsHealthy.ShouldBeFalse();
        Health.Reason.ShouldEndWith("is 7.0 h old, and one is due every 6h.");
    }

    [Fact]
    public async Task A_good_backup_that_was_cut_off_since_turns_the_health_red()
    {
        var backup = await Service().OnceAsync();
        await File.WriteAllTextAsync(backup.Path, "a");

        Health.IsHealthy.ShouldBeFalse();
        Health.Reason.ShouldContain("is not as long as it was");
    }

    [Fact]
    public async Task What_a_killed_attempt_left_is_removed_a_day_later()
    {
        var left = Path.Combine(folder.Path, "left.dump.partial");
        await File.WriteAllTextAsync(left, "half");
        var written = time.GetUtcNow().UtcDateTime;
        File.SetLastWriteTimeUtc(left, written);

        await Service().OnceAsync();
        File.Exists(left).ShouldBeTrue();

        time.Advance(TimeSpan.FromHours(25));
        await Service().OnceAsync();
        File.Exists(left).ShouldBeFalse();
    }

    private BackupService Service()
    {
        var cipher = new BackupCipher(new ScriptedRunner(), recipient: null, identityFile: null);
        return new BackupService(new BackupTaking(database, Store, cipher, time), new BackupVerifying(database, cipher, time), Store, Settings, time, Say);
    }

    private void Say(string line)
    {
        lock (said)
            said.Add(line);
    }

    /// <summary>Moves the clock until it is so. Steps are shorter than the pauses of the service, so that it misses none.</summary>
    private Task UntilAsync(string what, Func<bool> isSo, TimeSpan? step = null) => new Poll(TimeProvider.System).UntilAsync(
        what,
        _ =>
        {
            lock (said)
            {
                if (isSo())
                    return Task.FromResult(ProbeResult.Ready("it is so"));
            }

            if (time.Waiting)
                time.Advance(step ?? TimeSpan.FromSeconds(15));
            return Task.FromResult(ProbeResult.NotYet(string.Join('\n', said)));
        },
        TimeSpan.FromSeconds(60),
        TimeSpan.FromMilliseconds(1));

    private async Task EndAsync(Task running)
    {
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }
}
