using QualityGovernance.Deployment.Rehearsal;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

public sealed class RunVerificationTests : IDisposable
{
    private readonly RehearsalFixture rehearsal = new();

    public void Dispose() => rehearsal.Dispose();

    [Fact]
    public async Task An_intact_run_verifies_with_its_own_exit_code()
    {
        var result = await rehearsal.Session.RunAllAsync();

        Verify(result).ShouldBe(0);
        rehearsal.Console.Lines[^1].ShouldBe($"The 11 receipts of run {result.Run.Id} are as they were written. Their verdict: passed");
    }

    [Fact]
    public async Task An_incomplete_run_verifies_as_incomplete()
    {
        Verify(await rehearsal.Session.FinishAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task An_edited_run_is_refused()
    {
        var result = await rehearsal.Session.RunAllAsync();
        File.WriteAllText(result.Run.LedgerPath, File.ReadAllText(result.Run.LedgerPath).Replace("sha256:1", "sha256:2", StringComparison.Ordinal));

        Verify(result).ShouldBe(1);
        rehearsal.Console.Text.ShouldContain("BuildImage) was changed");
    }

    [Fact]
    public async Task A_run_without_its_seal_is_unfinished()
    {
        var result = await rehearsal.Session.RunAllAsync();
        File.WriteAllLines(result.Run.LedgerPath, File.ReadAllLines(result.Run.LedgerPath)[..^1]);

        Verify(result).ShouldBe(3);
        rehearsal.Console.Text.ShouldContain("The run is unfinished");
    }

    [Fact]
    public void An_unknown_run_is_an_error() =>
        Should.Throw<DeploymentException>(() => RunVerification.Verify(rehearsal.RunsFolder, "20261123-140501-ab12", rehearsal.Console));

    private int Verify(RehearsalResult result) => RunVerification.Verify(rehearsal.RunsFolder, result.Run.Id.Value, rehearsal.Console);
}
