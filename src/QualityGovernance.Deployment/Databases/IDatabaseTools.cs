using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>psql, pg_dump and pg_restore, wherever they run. The password stands in no argument and in no environment.</summary>
public interface IDatabaseTools
{
    /// <summary>Runs SQL that has to succeed, and returns its rows.</summary>
    /// <param name="at">The database to run it in.</param>
    /// <param name="script">Everything psql understands; it stops at the first error.</param>
    /// <param name="cancellation">Ends it, server side included.</param>
    /// <exception cref="DeploymentException">The database refused it; says what it said.</exception>
    Task<IReadOnlyList<string[]>> QueryAsync(DatabaseAddress at, string script, CancellationToken cancellation = default);

    /// <summary>Runs SQL; the caller judges the exit code.</summary>
    /// <param name="at">The database to run it in.</param>
    /// <param name="script">Everything psql understands; it stops at the first error.</param>
    /// <param name="folder">A folder of this machine that programs of the script write into; they find its path in the variable <see cref="PsqlOutput.FolderVariable"/>.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<CommandResult> ScriptAsync(DatabaseAddress at, string script, string? folder, CancellationToken cancellation = default);

    /// <summary>Restores a dump into a database that is empty.</summary>
    /// <exception cref="DeploymentException">It could not be restored as a whole.</exception>
    Task RestoreAsync(DatabaseAddress at, Func<Stream, CancellationToken, Task> dump, CancellationToken cancellation = default);
}
