namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(StackCollection.Name)]
public sealed class EnvironmentRestoreTests(EngineFixture fixture)
{
    private const string Count = "SELECT count(*) FROM reference_counters WHERE prefix = 'TST';";

    [Fact]
    public async Task An_environment_shows_no_secret_and_gets_its_data_back_from_a_backup()
    {
        await using var environment = await DeployedEnvironment.NewAsync(fixture.Engine);
        await environment.PublishAsync("v1.0.0", fixture.RealImage);
        await environment.PublishAsync("v1.1.0", fixture.RealImage);
        (await environment.DeployAsync("v1.0.0")).ExitCode.ShouldBe(3, environment.Console.Text);
        var visible = await environment.VisibleAsync();
        foreach (var secret in environment.SecretValues)
            visible.ShouldNotContain(secret);

        await environment.SqlAsync("INSERT INTO reference_counters (prefix, year, last_value) VALUES ('TST', 2026, 1);");
        var type = environment.Typing(typeof(EnvironmentRestoreTests));
        await type.TypeAsync("Backup --environment production --reason \"before the restore\"", 0, ("production", "staging"));
        var backup = environment.NewestBackup();
        await environment.SqlAsync("DELETE FROM reference_counters;");

        // The name of another database is no confirmation, and nothing is touched.
        (await environment.RestoreAsync(backup, "another")).Failed!.Name.ShouldBe("CheckBackup");
        (await environment.SqlAsync(Count)).ShouldHaveSingleItem().ShouldBe(["0"]);
        var answer = await environment.AnswerAsync();

        // Nor by a damaged one, nor by a look at what would be done.
        await using (var refused = environment.Ask())
        {
            (await environment.RestoreAsync(await DamagedAsync(backup), "qgp")).Failed!.Reason!.ShouldContain("is damaged");
            await type.TypeAsync(
                "RestoreDatabase --environment production --backup <file> --confirm-target <database> --dry-run", 0, ("production", "staging"), ("<file>", backup), ("<database>", "qgp"));
            await refused.DisposeAsync();
            refused.Seen.Select(one => one.Kind).ShouldBe(["200"]);
        }

        await using (var asked = environment.Ask())
        {
            await type.TypeAsync(
                "RestoreDatabase --environment production --backup <file> --confirm-target <database>", 0, ("production", "staging"), ("<file>", backup), ("<database>", "qgp"));
            await asked.DisposeAsync();
            asked.Seen.Select(one => one.Kind).ShouldBe(["200", AnswersOverTime.Page, "200"], string.Join(", ", asked.Seen));
        }

        (await environment.SqlAsync(Count)).ShouldHaveSingleItem().ShouldBe(["1"]);
        (await environment.AnswerAsync()).ShouldBe(answer);

        // The lease was given back: the next change is not refused, nor is the way back from it.
        (await environment.DeployAsync("v1.1.0")).ExitCode.ShouldBe(0, environment.Console.Text);
        (await type.TypeAsync("RollbackApplication --environment production --dry-run", 0, ("production", "staging"))).ShouldContain("(v1.1.0) -> ");
        (await environment.AnswerAsync()).Version.ShouldBe("1.1.0");
        await type.TypeAsync("RollbackApplication --environment production --reason \"v1.1.0 is bad\"", 0, ("production", "staging"));
        (await environment.AnswerAsync()).ShouldBe(answer);

        // One that is killed after the application has ended: its users are told, nobody goes on unknowingly, and a recovery says what happened and serves again.
        await environment.SqlAsync("INSERT INTO reference_counters (prefix, year, last_value) VALUES ('TST', 2027, 1);");
        using (var killed = environment.RestoreProcess(backup))
        {
            await killed.UntilAsync("[4/8] RestoreBeside ...");
            killed.Kill();
        }

        await using (var told = environment.Ask())
        {
            (await environment.DeployAsync("v1.0.0")).Failed!.Reason!.ShouldContain("was left by");
            await told.DisposeAsync();
            told.Seen.Select(one => one.Kind).ShouldBe([AnswersOverTime.Page]);
        }

        (await type.TypeAsync("RecoverEnvironment --environment staging", 0)).ShouldContain("It was at work on RestoreBeside when it ended.");
        (await environment.AnswerAsync()).ShouldBe(answer);
        (await environment.SqlAsync(Count)).ShouldHaveSingleItem().ShouldBe(["2"]);
        (await environment.SqlAsync("SELECT count(*) FROM pg_database WHERE datname LIKE 'qgp_restored_%';")).ShouldHaveSingleItem().ShouldBe(["0"]);

        // The restore that practises one is the same command again: it goes back behind what came after the backup.
        await type.TypeAsync("RestoreDatabase --environment staging --backup <file> --confirm-target <database>", 0, ("<file>", backup), ("<database>", "qgp"));
        (await environment.SqlAsync(Count)).ShouldHaveSingleItem().ShouldBe(["1"]);
        type.AllWereTyped();
    }

    /// <summary>A copy that has lost its end, with the manifest of the whole.</summary>
    private static async Task<string> DamagedAsync(string backup)
    {
        var copy = Path.Combine(Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(backup)!, "damaged")).FullName, Path.GetFileName(backup));
        await File.WriteAllBytesAsync(copy, (await File.ReadAllBytesAsync(backup))[..^10]);
        foreach (var manifest in Directory.EnumerateFiles(Path.GetDirectoryName(backup)!, $"{Path.GetFileNameWithoutExtension(backup)}*.manifest.json"))
            File.Copy(manifest, Path.Combine(Path.GetDirectoryName(copy)!, Path.GetFileName(manifest)));
        return copy;
    }
}
