using Npgsql;
using QualityGovernance.Testing.Databases;

namespace QualityGovernance.Migrations.Tests.Stepwise;

[Trait("Needs", "Engine")]
public sealed class HalfwayTestsOnPostgreSql : HalfwayTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected override string Left => $"was interrupted and left the invalid index {NewerProgram.IndexName}";

    [Fact]
    public async Task A_program_that_is_killed_in_any_step_is_followed_by_one_that_goes_on_from_there()
    {
        var url = await MigratedAsync();
        await NewerProgram.UpAsync(url);
        var whole = await SchemaAsync(url);
        var (exitCode, _, error) = await NewerProgram.RunAsync(url, "down", "--to", NewerProgram.Notes, "--accept-loss", "release_notes.release_line");
        exitCode.ShouldBe(0, error);

        await KillWhileWaitingForAsync(url, "LOCK TABLE release_notes IN ACCESS SHARE MODE", "0 of 3 steps were applied; step 1, the column release_line of release_notes, is not applied");
        await KillWhileWaitingForAsync(url, "LOCK TABLE reference_counters IN ACCESS EXCLUSIVE MODE", "1 of 3 steps were applied; step 2, the lines of release_notes, was interrupted, and nobody knows how far it came");
        await KillWhileWaitingForAsync(url, "LOCK TABLE reference_counters IN ROW EXCLUSIVE MODE", $"2 of 3 steps were applied; step 3, the index {NewerProgram.IndexName} on reference_counters, {Left}");

        await NewerProgram.UpAsync(url);
        (await SchemaAsync(url)).ShouldBe(whole);
    }

    [Fact]
    public async Task An_index_of_that_name_that_the_migration_has_not_made_is_not_taken_for_its_own()
    {
        var url = await MigratedAsync();
        await ExecuteAsync(url, $"CREATE INDEX {NewerProgram.IndexName} ON reference_counters (year)");

        (await NewerProgram.RunAsync(url, "up")).Error.ShouldContain($"There is an index {NewerProgram.IndexName} already, which {NewerProgram.Index} has not made.");
        (await SchemaAsync(url)).ShouldContain($"index CREATE INDEX {NewerProgram.IndexName} ON public.reference_counters USING btree (year)");
    }

    [Fact]
    public async Task A_build_with_other_steps_neither_finishes_nor_undoes_and_a_release_that_is_not_served_is_not_ready()
    {
        var url = await MigratedAsync();
        await ExecuteAsync(url, Duplicates);
        (await NewerProgram.RunAsync(url, "up")).ExitCode.ShouldBe(1);
        await ExecuteAsync(url, "UPDATE migration_journal SET fingerprint = 'another' WHERE position = 1");

        (await NewerProgram.RunAsync(url, "up")).Error.ShouldContain("That build's step 2 is not the same as this one's");
        (await NewerProgram.RunAsync(url, "down", "--to", NewerProgram.Notes, "--accept-loss", "release_notes.release_line")).Error.ShouldContain("can neither finish nor undo it");

        await ExecuteAsync(url, $"UPDATE schema_info SET compatible_from = '{NewerProgram.Index}'");
        (await Migrated.RunAsync(url, "up")).Error.ShouldContain($"The schema has {NewerProgram.Index} half applied, which this program does not know");
    }

    protected override Task<string> MigratedAsync() => OnPostgreSql.MigratedAsync();

    protected override Task<List<string>> SchemaAsync(string url) => PostgreSqlSchema.ReadAsync(url);

    protected override Task ExecuteAsync(string url, string sql) => PostgreSqlSchema.ExecuteAsync(url, sql);

    private static async Task KillWhileWaitingForAsync(string url, string holding, string reported)
    {
        await using var holder = await PostgreSqlSchema.OpenAsync(url);
        await using var transaction = await holder.BeginTransactionAsync();
        await using (var take = new NpgsqlCommand(holding, holder, transaction)) await take.ExecuteNonQueryAsync();
        using var program = NewerProgram.Start(url, "up");
        var started = TimeProvider.System.GetTimestamp();
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await WaitingAsync(url) == 0)
        {
            program.HasExited.ShouldBeFalse("The program ended instead of waiting.");
            TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(Patience, $"The program did not come to wait while the test held {holding}.");
            await poll.WaitForNextTickAsync();
        }

        program.Kill();
        await program.WaitForExitAsync();
        (await Migrated.RunAsync(url, "status")).Output.ShouldContain(reported);
    }

    private static async Task<long> WaitingAsync(string url)
    {
        await using var watcher = await PostgreSqlSchema.OpenAsync(url);
        await using var count = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'qgp-migration-steps' AND wait_event_type = 'Lock'", watcher);
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
