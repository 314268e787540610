using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Procedures;

/// <summary>Writes every command, what it said and how it ended into the log of the step that is running.</summary>
internal sealed class RecordedRunner(ICommandRunner runner) : ICommandRunner
{
    public StepContext? Step { get; set; }

    public async Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        var step = Step;
        step?.LogCommand(command.ToString());
        var result = await runner.RunAsync(command, line => Hear(step, line, onLine), cancellation);
        step?.Log($"exit code {result.ExitCode} after {result.Duration.TotalSeconds:0.00} s");
        return result;
    }

    private static void Hear(StepContext? step, string line, Action<string>? onLine)
    {
        step?.Log("  " + line);
        onLine?.Invoke(line);
    }
}
