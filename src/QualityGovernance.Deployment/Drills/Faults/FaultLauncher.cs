using QualityGovernance.Deployment.Drills.Faults.Planting;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>Starts a procedure in a process of its own, which is one that can be killed.</summary>
/// <param name="runner">Starts it.</param>
/// <param name="program">Runs a <see cref="FaultedProcess"/>.</param>
/// <param name="arguments">Before the path of the order.</param>
/// <param name="variables">The operator's variables.</param>
public sealed class FaultLauncher(ICommandRunner runner, string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables)
{
    /// <summary>Longer than every deadline that a step with a fault has, and than what comes before and after it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>The same with further variables.</summary>
    public FaultLauncher With(IReadOnlyDictionary<string, string> more) =>
        new(runner, program, arguments, variables.Concat(more).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value));

    /// <returns>What it printed, and its exit code.</returns>
    public async Task<CommandResult> RunAsync(FaultOrder order, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        order.Write();
        Directory.CreateDirectory(TemporaryFolder(order));
        var environment = variables.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);

        // What it leaves there is seen; and nothing else than this process looks for debuggers there.
        environment["TMPDIR"] = TemporaryFolder(order);
        environment["DOTNET_EnableDiagnostics"] = "0";
        return await runner.RunAsync(new Command(program, [.. arguments, order.File]) { Environment = environment, Timeout = Patience }, onLine, cancellation);
    }

    /// <summary>Of the process.</summary>
    internal static string TemporaryFolder(FaultOrder order) => Path.Combine(order.Root, "tmp");
}
