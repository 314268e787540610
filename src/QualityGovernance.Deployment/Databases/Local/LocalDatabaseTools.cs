using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases.Local;

/// <summary>The tools as programs of the machine that this runs on: for whoever is inside a container of the database's image.</summary>
/// <param name="runner">Runs them.</param>
/// <param name="privateFolder">Holds the password's file for as long as a tool runs, in a folder closed to others: in memory where there is such a place.</param>
public sealed class LocalDatabaseTools(ICommandRunner runner, string privateFolder) : DatabasePrograms
{
    protected override async Task<CommandResult> RunAsync(
        DatabaseAddress at, IReadOnlyList<string> program, string? input, Func<Stream, CancellationToken, Task>? writeInput, string? folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(at);
        using var secrets = ClosedFolder.Create("tools", privateFolder);
        secrets.Write("pgpass", at.PasswordLine());
        var environment = at.Variables().ToDictionary(variable => variable.Key, variable => (string?)variable.Value);
        environment["PGPASSFILE"] = secrets.At("pgpass");
        environment[PsqlOutput.FolderVariable] = folder is null ? null : Path.GetFullPath(folder);

        // Whoever was given the address as a variable keeps it to himself.
        environment["DATABASE_URL"] = null;
        return await runner.RunAsync(
            new Command(program[0], [.. program.Skip(1)]) { Environment = environment, StandardInput = input, WriteInput = writeInput, Timeout = Patience },
            cancellation: cancellation);
    }
}
