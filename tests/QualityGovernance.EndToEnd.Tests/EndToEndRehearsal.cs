using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A real rehearsal with its runs in a folder of its own.</summary>
internal sealed class EndToEndRehearsal : IAsyncDisposable
{
    private readonly DirectoryInfo runs = Directory.CreateTempSubdirectory("qgp-end-to-end-");
    private readonly SecretMask mask = new();

    /// <param name="change">Of the options; the quick loop is the default here.</param>
    /// <param name="environment">Set for every program that the rehearsal runs.</param>
    public EndToEndRehearsal(Func<RehearsalOptions, RehearsalOptions>? change = null, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var options = new RehearsalOptions(Checkout.Root) { RunsFolder = runs.FullName, Cached = true, ReadyWithin = TimeSpan.FromSeconds(30) };
        ICommandRunner runner = new ProcessRunner(mask);
        if (environment is not null)
            runner = new EnvironmentRunner(runner, environment);
        Session = new RehearsalSession(change?.Invoke(options) ?? options, Console, runner, mask, TimeProvider.System);
    }

    public RehearsalSession Session { get; }

    public RecordingConsole Console { get; } = new();

    public string RunsFolder => runs.FullName;

    public string RunId => Session.Run?.Id.Value ?? throw new InvalidOperationException("Nothing was run yet.");

    public async Task StepsAsync(RehearsalStep last)
    {
        foreach (var step in Enum.GetValues<RehearsalStep>().Where(step => step <= last && (Session.Run is null || !Ran(step))))
            await Session.RunStepAsync(step);
    }

    /// <summary>Runs what has not been run yet, finishes, and returns the record.</summary>
    public async Task<RunRecord> FinishAsync(int exitCode)
    {
        try
        {
            await StepsAsync(RehearsalStep.VerifyDatabase);
        }
        catch (RehearsalStoppedException)
        {
            // The record says which step it was; the test asks it.
        }

        var result = await Session.FinishAsync();
        result.ExitCode.ShouldBe(exitCode, Console.Text);
        var record = RunVerifier.Read(result.Run);
        record.Problems.ShouldBeEmpty();
        return record;
    }

    /// <summary>Finishes a rehearsal that has to fail at this step, and nowhere else, for a reason that names the cause.</summary>
    public async Task<RunRecord> FailsAtAsync(RehearsalStep step, string reason)
    {
        var record = await FinishAsync(exitCode: 1);
        var failed = record.Receipts.Where(receipt => receipt.Outcome == Outcome.Failed).ToList();
        failed.Select(receipt => receipt.Name).ShouldBe([step.ToString()], Console.Text);
        failed[0].Reason!.ShouldContain(reason, Case.Insensitive, Console.Text);
        record.Step(step.ToString())!.Index.ShouldBe((int)step + 1);
        return record;
    }

    public async ValueTask DisposeAsync()
    {
        await Session.FinishAsync();
        runs.Delete(recursive: true);
    }

    private bool Ran(RehearsalStep step) => RunVerifier.Read(Session.Run!).Step(step.ToString()) is not null;
}
