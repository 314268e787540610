using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Rehearsal;

/// <summary>Runs nothing; answers by what a command line starts with, and remembers what was asked.</summary>
internal sealed class FakeRunner(params (string Start, CommandResult Result)[] answers) : ICommandRunner
{
    public List<Command> Commands { get; } = [];

    public Func<Command, CommandResult?> Answer { get; set; } = _ => null;

    public Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        Commands.Add(command);
        var result = Answer(command)
            ?? answers.Where(answer => command.ToString().StartsWith(answer.Start, StringComparison.Ordinal)).Select(answer => answer.Result).FirstOrDefault()
            ?? FakeStack.Result("");
        foreach (var line in result.Output.Split('\n').Concat(result.Error.Split('\n')).Where(line => line.Length > 0))
            onLine?.Invoke(line);
        return Task.FromResult(result);
    }
}
