using System;
using System.Threading.Tasks;
using Nuke.Common;
using QualityGovernance.Deployment.Procedures;

/// <summary>Runs one procedure of the deployment library as one target: what it leaves on record decides the exit code.</summary>
interface IHasProcedures : IHasRuns, IHasCommands, IHasConsole, IHasCancellation
{
    /// <summary>Runs it and lets the target end as it ended.</summary>
    /// <param name="name">As the target is called.</param>
    /// <param name="nextCommand">What to type after a failure that names no command of its own; null where each does.</param>
    /// <param name="run">Begins the session and runs its steps.</param>
    async Task ProcedureAsync(string name, string nextCommand, Func<ProcedureSession, Task<ProcedureResult>> run)
    {
        using var session = new ProcedureSession(new ProcedureOptions(name, RootDirectory, RunsDirectory, nextCommand), RunConsole, Commands, Secrets, TimeProvider.System);
        var result = await run(session);
        if (result.ExitCode != 0) ExitCode = result.ExitCode;
        result.RequireNoFailure();
    }
}
