namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(EngineCollection.Name)]
public sealed class EnvironmentRestoreTests(EngineFixture fixture)
{
    private const string Count = "SELECT count(*) FROM reference_counters WHERE prefix = 'TST';";

    [Fact]
    public async Task An_environment_shows_no_secret_and_gets_its_data_back_from_a_backup()
    {
        await using var swarm = await LocalSwarm.JoinAsync(fixture.Engine);
        await using var environment = await DeployedEnvironment.NewAsync(fixture.Engine);
        await environment.PublishAsync("v1.0.0", fixture.RealImage);
        (await environment.DeployAsync("v1.0.0")).ExitCode.ShouldBe(3, environment.Console.Text);
        var visible = await environment.VisibleAsync();
        foreach (var secret in environment.SecretValues)
            visible.ShouldNotContain(secret);

        await environment.SqlAsync("INSERT INTO reference_counters (prefix, year, last_value) VALUES ('TST', 2026, 1);");
        var backup = await environment.BackupAsync();
        await environment.SqlAsync("DELETE FROM reference_counters;");

        // The name of another database is no confirmation, and nothing is touched.
        (await environment.RestoreAsync(backup, "another")).Failed!.Name.ShouldBe("CheckBackup");
        (await environment.SqlAsync(Count)).ShouldHaveSingleItem().ShouldBe(["0"]);
        var answer = await environment.AnswerAsync();

        (await environment.RestoreAsync(backup, "qgp")).ExitCode.ShouldBe(0, environment.Console.Text);

        (await environment.SqlAsync(Count)).ShouldHaveSingleItem().ShouldBe(["1"]);
        (await environment.AnswerAsync()).ShouldBe(answer);

        // The lease was given back: the next change is not refused.
        (await environment.DeployAsync("v1.0.0")).ExitCode.ShouldBe(0, environment.Console.Text);
    }
}
