namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(StackCollection.Name)]
public sealed class SandboxRestoreTests(EngineFixture fixture)
{
    private const string Count = "SELECT count(*) FROM reference_counters WHERE prefix = 'TST';";

    [Fact]
    public async Task Whoever_asks_during_a_restore_is_told_of_the_maintenance_and_what_a_killed_one_left_is_taken_up()
    {
        await using var sandbox = new DrilledSandbox(fixture.RealImage);
        var type = sandbox.Typing(typeof(SandboxRestoreTests));
        (await type.TypeAsync("Provision", 0)).ShouldContain("Nothing to do.");
        (await type.TypeAsync("SandboxUp", 0)).ShouldContain($"{sandbox.Port}");
        await type.TypeAsync("SandboxLogs --service app --tail 200", 0);
        await type.TypeAsync("SandboxLogs --service migrate --tail 200", 0);
        await sandbox.SqlAsync("INSERT INTO reference_counters (prefix, year, last_value) VALUES ('TST', 2026, 1);");
        await type.TypeAsync("Backup", 0);
        var backup = sandbox.Backups.List().ShouldHaveSingleItem().Path;
        await type.TypeAsync("VerifyBackup", 0);
        await type.TypeAsync("VerifyBackup --backup <file>", 0, ("<file>", backup));
        (await type.TypeAsync("ListBackups", 0)).ShouldContain("good, verified");
        await sandbox.SqlAsync("DELETE FROM reference_counters;");

        await using var answers = new AnswersOverTime(new Uri($"http://127.0.0.1:{sandbox.Port}/healthz"));
        await type.TypeAsync("RestoreDatabase --backup <file> --confirm-target qgp", 0, ("<file>", backup));
        await answers.DisposeAsync();

        // Nobody is there only while the port changes hands, once before the page and once after it.
        var told = string.Join(", ", answers.Seen);
        answers.Seen.Select(answer => answer.Kind).Where(kind => kind != AnswersOverTime.Nobody).ShouldBe(["200", AnswersOverTime.Page, "200"], told);
        answers.Seen.Count(answer => answer.Kind == AnswersOverTime.Nobody).ShouldBeLessThanOrEqualTo(2, told);
        answers.RetryAfter.ShouldBe("5");
        answers.ContentType.ShouldBe("application/problem+json");
        (await sandbox.SqlAsync(Count)).ShouldHaveSingleItem().ShouldBe(["1"]);

        // The end of a restore that was killed: whoever looks is told, and the next start serves again.
        await sandbox.LeaveAsAKilledRestoreDoesAsync();
        (await type.TypeAsync("SandboxStatus", 0)).ShouldContain("shows the maintenance page");
        await sandbox.Operations.UpAsync();
        (await sandbox.SqlAsync(Count)).ShouldHaveSingleItem().ShouldBe(["1"]);

        // The same, and somebody ends the sandbox: nothing but its data stays.
        await sandbox.LeaveAsAKilledRestoreDoesAsync();
        await type.TypeAsync("SandboxDown", 0);
        (await sandbox.LeftAsync()).ShouldBe((0, 1));
        await sandbox.Operations.UpAsync();
        (await sandbox.SqlAsync(Count)).ShouldHaveSingleItem().ShouldBe(["1"]);
        (await sandbox.LeftAsync()).ShouldBe((3, 1));

        // Said twice, the data goes too.
        await type.TypeAsync("SandboxDown --volumes --confirm", 0);
        (await sandbox.LeftAsync()).ShouldBe((0, 0));
        type.AllWereTyped();
    }
}
