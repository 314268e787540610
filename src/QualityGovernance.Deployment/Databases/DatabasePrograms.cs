using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>What is asked of psql and pg_restore, and how their answers are taken; where they run is for others to say.</summary>
public abstract class DatabasePrograms : IDatabaseTools
{
    /// <summary>Large databases take their time; what hangs on a lock shall end all the same.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>Reads a dump in custom format from its standard input.</summary>
    internal static readonly IReadOnlyList<string> RestoreProgram = ["pg_restore", "--exit-on-error", "--no-owner", "--no-privileges"];

    public async Task<IReadOnlyList<string[]>> QueryAsync(DatabaseAddress at, string script, CancellationToken cancellation = default)
    {
        var result = await ScriptAsync(at, script, folder: null, cancellation);
        return result.Succeeded
            ? PsqlOutput.Rows(result.Output)
            : throw new DeploymentException($"The database {at} refused a query: {result.LastWords()}");
    }

    public Task<CommandResult> ScriptAsync(DatabaseAddress at, string script, string? folder, CancellationToken cancellation = default) =>
        RunAsync(at, PsqlOutput.Program, script, writeInput: null, folder, cancellation);

    public async Task RestoreAsync(DatabaseAddress at, Func<Stream, CancellationToken, Task> dump, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(at);
        var result = await RunAsync(at, [.. RestoreProgram, "--dbname", at.Database], input: null, dump, folder: null, cancellation);
        if (!result.Succeeded)
            throw new DeploymentException($"The dump could not be restored into {at}: {result.LastWords()}");
    }

    /// <summary>Runs one of the programs against a database.</summary>
    /// <param name="at">The database.</param>
    /// <param name="program">Its name and its arguments.</param>
    /// <param name="input">What it reads, as text.</param>
    /// <param name="writeInput">What it reads, as a stream.</param>
    /// <param name="folder">Of this machine, that it may write into.</param>
    /// <param name="cancellation">Ends it.</param>
    protected abstract Task<CommandResult> RunAsync(
        DatabaseAddress at, IReadOnlyList<string> program, string? input, Func<Stream, CancellationToken, Task>? writeInput, string? folder, CancellationToken cancellation);
}
