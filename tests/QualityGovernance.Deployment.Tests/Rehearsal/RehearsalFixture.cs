using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

/// <summary>A rehearsal on a fake stack with a fake service behind it.</summary>
internal sealed class RehearsalFixture : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public RehearsalFixture(bool keep = false, TimeProvider? time = null, int? imageBudget = null)
    {
        Stack = new FakeStack(Service);
        var options = new RehearsalOptions(folder.Path) { Keep = keep, ImageBudget = imageBudget };
        Session = RehearsalSession.On(Stack, options, Console, Runner, Mask, time ?? new ManualTime());
    }

    public FakeService Service { get; } = new();

    public FakeStack Stack { get; }

    public RecordingConsole Console { get; } = new();

    public SecretMask Mask { get; } = new();

    public FakeRunner Runner { get; } = new(("git -C", FakeStack.Result("abc\n")));

    public RehearsalSession Session { get; }

    public string Root => folder.Path;

    public string RunsFolder => Path.Combine(folder.Path, "artifacts", "runs");

    public static RunRecord RecordOf(RehearsalResult result) => RunVerifier.Read(result.Run);

    /// <summary>Runs all steps and returns the receipt of the one that failed.</summary>
    public async Task<Receipt> FailureAsync()
    {
        var result = await Session.RunAllAsync();
        result.ExitCode.ShouldBe(1);
        return RecordOf(result).Steps.Single(step => step.Outcome == Outcome.Failed);
    }

    public void Dispose()
    {
        Service.Dispose();
        folder.Dispose();
    }
}
