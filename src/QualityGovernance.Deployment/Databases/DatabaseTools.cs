using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Databases;

/// <summary>
/// psql, pg_dump and pg_restore out of the database's own image, so that client and server versions always match. Each call is a container that is
/// gone afterwards. The password is a file of a closed folder: it stands in no argument and in no environment.
/// </summary>
/// <param name="engine">Runs them.</param>
/// <param name="image">The database's image.</param>
/// <param name="network">From which the database can be reached.</param>
public sealed class DatabaseTools(ContainerEngine engine, string image, string network) : DatabasePrograms
{
    private const string Private = "/qgp";

    private const string Writable = "/backup";

    public string Image => image;

    public ContainerEngine Engine => engine;

    protected override async Task<CommandResult> RunAsync(
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
