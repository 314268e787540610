using System.Diagnostics;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Recovery;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;

namespace Bench.Restore;

/// <summary>A sandbox for the benchmark alone, with the limits that the compose file sets, and an application that serves from it.</summary>
internal sealed class ServedSandbox : IAsyncDisposable
{
    private const string Image = "quality-governance:rehearsed";

    private static readonly string[] Taken = [SandboxStack.ComposeFile, "Directory.Build.props", ".nuke/proxy/haproxy.cfg", ".nuke/sandbox-secrets"];

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("bench-sandbox");
    private readonly string _project = $"qgp-bench-{Guid.CreateVersion7():N}";
    private readonly SecretMask _mask = new();
    private readonly ProcessRunner _runner;
    private readonly ContainerEngine _engine;
    private readonly Quiet _console = new();

    private ServedSandbox(ContainerEngine engine, string repository)
    {
        _engine = engine;
        _runner = new ProcessRunner(_mask);
        foreach (var file in Taken.SelectMany(taken => Directory.Exists(Path.Combine(repository, taken)) ? Directory.EnumerateFiles(Path.Combine(repository, taken)).Select(path => Path.GetRelativePath(repository, path)) : [taken]))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root.FullName, file))!);
            File.Copy(Path.Combine(repository, file), Path.Combine(_root.FullName, file));
        }

        File.WriteAllText(
            Path.Combine(_root.FullName, ".env.sandbox"),
            File.ReadAllText(Path.Combine(repository, ".env.sandbox.example"))
                .Replace("COMPOSE_PROJECT_NAME=qgp-sandbox", $"COMPOSE_PROJECT_NAME={_project}", StringComparison.Ordinal)
                .Replace("QGP_IMAGE=quality-governance:sandbox", $"QGP_IMAGE=quality-governance:{_project}", StringComparison.Ordinal)
                .Replace("QGP_POSTGRES_IMAGE=quality-governance-postgres:sandbox", $"QGP_POSTGRES_IMAGE=quality-governance-postgres:{_project}", StringComparison.Ordinal)
                .Replace("QGP_PORT=8000", $"QGP_PORT={FreePort.Find()}", StringComparison.Ordinal));
    }

    private RecoveryOperations Recovery => new(_runner, new Machine(), _root.FullName, Path.Combine(_root.FullName, "backups"), _mask, TimeProvider.System, _console);

    private Dictionary<string, string> OfTheProject => new() { [Labels.ComposeProject] = _project, [Labels.Project] = Labels.ProjectName };

    /// <summary>Starts it from the image that was rehearsed last.</summary>
    public static async Task<ServedSandbox> StartAsync(ContainerEngine engine, string repository)
    {
        var sandbox = new ServedSandbox(engine, repository);
        try
        {
            var facts = await new DockerClients(sandbox._runner, new Machine()).FactsAsync(engine);
            var bases = await new BaseImages(engine, new Machine(), repository, Console.WriteLine).EnsureAsync();
            await new SandboxStack(engine, facts.Compose!, sandbox._root.FullName, sandbox._mask, TimeProvider.System, _ => { }).UpAsync(Image, bases);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    public async Task SqlAsync(string script)
    {
        var postgres = (await _engine.ContainersAsync(OfTheProject)).Single(container => container.Service == StackServices.Postgres);
        var ran = await _engine.ExecAsync(postgres.Id, ["psql", "--username", "qgp", "--dbname", "qgp", "--set=ON_ERROR_STOP=1", "--command", script], TimeSpan.FromMinutes(10));
        if (!ran.Succeeded)
            throw new InvalidOperationException(ran.LastWords());
    }

    public async Task<BackupFile> BackupAsync()
    {
        await Recovery.BackupAsync("benchmark", keep: 1, TimeSpan.FromDays(1));
        return new BackupStore(Path.Combine(_root.FullName, "backups", Purposes.Sandbox)).List()[0];
    }

    /// <returns>From the command to the end of its last step: served, seen to be ready, schema and rows looked at once more.</returns>
    public async Task<TimeSpan> RestoreAsync()
    {
        var watch = Stopwatch.StartNew();
        using var session = new ProcedureSession(new ProcedureOptions("RestoreDatabase", _root.FullName, Path.Combine(_root.FullName, "runs")), _console, _runner, _mask, TimeProvider.System);
        var result = await Recovery.RestoreAsync(session, path: null, "qgp", dryRun: false);
        if (result.ExitCode != 0)
            throw new InvalidOperationException(result.Failed?.Reason);
        var elapsed = watch.Elapsed;
        Console.WriteLine(string.Join(", ", RunVerifier.Read(result.Run).Steps.Select(step => $"{step.Name} {(step.Ended - step.Started).TotalSeconds:0.0} s")));
        return elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.RemoveAllAsync(Labels.For(Purposes.Maintenance, _project), volumes: false);
        await _engine.RemoveAllAsync(OfTheProject, volumes: true);
        await _engine.RemoveImageAsync($"quality-governance:{_project}");
        await _engine.RemoveImageAsync($"quality-governance-postgres:{_project}");
        _root.Delete(recursive: true);
    }
}
