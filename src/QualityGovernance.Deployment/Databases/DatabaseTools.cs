using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>
/// psql, pg_dump and pg_restore out of the database's own image, so that client and server versions always match. Each call is a container that is
/// gone afterwards. The password is a file of a closed folder: it stands in no argument and in no environment.
/// </summary>
/// <param name="engine">Runs them.</param>
/// <param name="image">The database's image.</param>
/// <param name="network">From which the database can be reached.</param>
public sealed class DatabaseTools(ContainerEngine engine, string image, string network) : IDatabaseTools
{
    /// <summary>Large databases take their time; what hangs on a lock shall end all the same.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    private const string Private = "/qgp";

    private const string Writable = "/backup";

    public string Image => image;

    public ContainerEngine Engine => engine;

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

    /// <summary>Reads a dump in custom format from its standard input.</summary>
    internal static IReadOnlyList<string> RestoreProgram { get; } = ["pg_restore", "--exit-on-error", "--no-owner", "--no-privileges"];

    private async Task<CommandResult> RunAsync(
        DatabaseAddress at, IReadOnlyList<string> program, string? input, Func<Stream, CancellationToken, Task>? writeInput, string? folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(at);
        using var secrets = ClosedFolder.Create("tools");
        secrets.Write("pgpass", at.PasswordLine());
        var labels = OrphanedContainers.Owned(Labels.For(Purposes.Database, $"tools-{Guid.CreateVersion7():N}"));
        var run = new ContainerRun(image, labels)
        {
            Entrypoint = program[0],
            Command = [.. program.Skip(1)],
            Environment = new Dictionary<string, string>(at.Variables()) { ["PGPASSFILE"] = $"{Private}/pgpass", [PsqlOutput.FolderVariable] = Writable },
            Network = network,
            Input = input,
            WriteInput = writeInput,
            Options =
            [
                // As whoever runs this: the files that it reads and writes are that account's.
                "--user", await UserAsync(cancellation),
                "--volume", $"{secrets.FullPath}:{Private}:ro",
                .. folder is null ? Array.Empty<string>() : ["--volume", $"{Path.GetFullPath(folder)}:{Writable}"],
            ],
        };
        var ended = false;
        try
        {
            var result = await engine.RunContainerAsync(run, timeout: Patience, cancellation: cancellation);
            ended = true;
            return result;
        }
        finally
        {
            // A client that was killed leaves its container at work.
            if (!ended)
                await engine.RemoveAllAsync(labels, volumes: false, CancellationToken.None);
        }
    }

    private async Task<string> UserAsync(CancellationToken cancellation)
    {
        var user = await engine.Runner.CheckedAsync(Command.Of("id", "-u"), cancellation: cancellation);
        var group = await engine.Runner.CheckedAsync(Command.Of("id", "-g"), cancellation: cancellation);
        return $"{user.Output.Trim()}:{group.Output.Trim()}";
    }
}
