using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Engine;

/// <summary>Runs nothing: answers from a script, the latest rule first, and remembers what it was asked. A program nobody scripted is not on this machine.</summary>
internal sealed class ScriptedRunner : ICommandRunner
{
    private readonly List<(string Start, Func<Command, Task<CommandResult>> Answer)> rules = [];

    public List<Command> Commands { get; } = [];

    public IEnumerable<string> Lines => Commands.Select(command => command.ToString());

    public ScriptedRunner On(string start, string output = "", int exitCode = 0, string error = "") =>
        On(start, _ => Task.FromResult(new CommandResult(exitCode, output, error, TimeSpan.FromSeconds(1))));

    public ScriptedRunner On(string start, Func<Command, Task<CommandResult>> answer)
    {
        rules.Insert(0, (start, answer));
        return this;
    }

    public async Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        Commands.Add(command);
        foreach (var (start, answer) in rules)
        {
            if (!command.ToString().StartsWith(start, StringComparison.Ordinal))
                continue;
            var result = await answer(command);
            foreach (var line in $"{result.Output}\n{result.Error}".Split('\n', StringSplitOptions.RemoveEmptyEntries))
                onLine?.Invoke(line);
            return result;
        }

        throw new CommandNotFoundException(command.Program, "no rule of the script is for it.");
    }
}
