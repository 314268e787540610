using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Rehearsal.Embedded;

/// <summary>The published service as a process on an embedded database, for a machine where no engine can run. Says of everything it cannot show that it was not run.</summary>
internal sealed class EmbeddedStack(
    RehearsalOptions options, ICommandRunner runner, SecretMask mask, TimeProvider time, Run run, RehearsalSecrets secrets, SourceState source) : IRehearsalStack
{
    private const string NoEngine = "No container engine was used (--without-engine).";

    private static readonly TimeSpan CommandLimit = TimeSpan.FromMinutes(2);

    private readonly RunFolder folder = RunFolder.Of(run.Id);
    private readonly int port = options.Port ?? FreePort.Find();
    private readonly string buildId = run.Id.Value;
    private ServiceProcess? service;
    private bool disposed;

    public string Kind => "embedded";

    public Uri Address => new($"http://127.0.0.1:{port}");

    public async Task<IReadOnlyList<string>> FindProblemsAsync(StepContext context, CancellationToken cancellation)
    {
        var problems = new List<string>();
        var sdk = await runner.TryAsync(Command.Of("dotnet", "--version") with { WorkingDirectory = options.Root }, cancellation);
        if (sdk is null)
            problems.Add("The .NET SDK that global.json asks for is not installed: \"dotnet --version\" did not succeed.");
        else
            context.Input("sdk", sdk.Output.Trim());
        if (FreeDisk.Problem(Path.GetTempPath(), FreeDisk.RequiredBytesEmbedded) is { } disk)
            problems.Add(disk);
        if (FreePort.IsTaken(port))
            problems.Add($"Port {port} on 127.0.0.1 is taken. Give another one with --port, or none.");
        context.Observe("free-disk", FreeDisk.Free(Path.GetTempPath()));
        return problems;
    }

    public Task RemoveLeftoversAsync(StepContext context, CancellationToken cancellation)
    {
        var orphans = RunFolder.Orphans();
        foreach (var orphan in orphans)
        {
            orphan.Remove();
            context.Say($"Removed {orphan.FullPath}, whose owner is gone");
        }

        context.Observe("removed", orphans.Count);
        return Task.CompletedTask;
    }

    public async Task<BuiltProduct> BuildAsync(StepContext context, CancellationToken cancellation)
    {
        folder.Create();
        foreach (var project in new[] { "QualityGovernance.Web", "QualityGovernance.Migrations" })
        {
            string[] arguments = ["publish", Path.Combine("src", project, project + ".csproj"), "--configuration", "Release", "--output", folder.Published, "--nologo"];
            // A clean build shares no intermediate files with the checkout, nor with another rehearsal of it.
            var publish = new Command("dotnet", options.Cached ? arguments : [.. arguments, "--artifacts-path", Path.Combine(folder.FullPath, "artifacts")]);
            await runner.CheckedAsync(publish with { WorkingDirectory = options.Root, Timeout = TimeSpan.FromMinutes(10) }, cancellation: cancellation);
        }

        context.NotRun("Container image", $"{NoEngine} The service was published and not built into an image.");
        return new BuiltProduct(source.Version, source.Mark, buildId, ImageId: null);
    }

    public Task StartDatabaseAsync(StepContext context, CancellationToken cancellation)
    {
        folder.WriteSecret("secret_key", secrets.SecretKey);
        folder.WriteSecret("jwt_secret_key", secrets.JwtSecretKey);
        folder.WriteSecret("admin_password", secrets.AdministratorPassword);
        context.Observe("database", "SQLite");
        context.NotRun("PostgreSQL", $"{NoEngine} The database is an embedded SQLite file.");
        return Task.CompletedTask;
    }

    public Task<CommandResult> MigrationsAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var command = Product("QualityGovernance.Migrations.dll", [.. arguments]);
        var environment = new Dictionary<string, string?>(command.Environment) { ["ADMIN_PASSWORD_FILE"] = folder.SecretFile("admin_password") };
        return runner.RunAsync(command with { Environment = environment, Timeout = CommandLimit }, cancellation: cancellation);
    }

    public Task<CommandResult> ServiceAsync(IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        runner.RunAsync(Product("QualityGovernance.Web.dll", [.. arguments]) with { Timeout = CommandLimit }, cancellation: cancellation);

    public Task StartApplicationAsync(StepContext context, CancellationToken cancellation)
    {
        service = ServiceProcess.Start(Product("QualityGovernance.Web.dll"), mask, context);
        folder.Remember(service);
        context.Observe("process", service.Id);
        context.NotRun("Production mode", "Production refuses SQLite, so the service ran with APP_ENV=testing.");
        return Task.CompletedTask;
    }

    public async Task RestartApplicationAsync(StepContext context, CancellationToken cancellation)
    {
        var before = service ?? throw new InvalidOperationException("The application has not been started.");
        var exitCode = await before.StopAsync(runner, time, cancellation);
        if (exitCode != 0)
            throw new StepFailedException(exitCode is null ? "The service did not end within 20 s of SIGTERM." : $"The service ended with exit code {exitCode} on SIGTERM.", before.LastLines);
        service = ServiceProcess.Start(Product("QualityGovernance.Web.dll"), mask, context);
        folder.Remember(service);
        context.Observe("restarted", $"process {before.Id} ended with 0, process {service.Id} started");
    }

    public Task<string?> WhyHopelessAsync(CancellationToken cancellation) =>
        Task.FromResult(service is { HasExited: true } ? $"The service has exited with {service.ExitCode}" : null);

    public Task VerifyServingAsync(BuiltProduct built, StepContext context, CancellationToken cancellation)
    {
        context.NotRun("Image of what answers", $"{NoEngine} The build id of the process was compared instead.");
        return Task.CompletedTask;
    }

    public Task<CommandResult> OwnProbeAsync(CancellationToken cancellation) => ServiceAsync(["healthcheck"], cancellation);

    public Task<IReadOnlySet<string>> VariablesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<string>>(Environment().Where(variable => variable.Value is not null).Select(variable => variable.Key).ToHashSet(StringComparer.Ordinal));

    public IReadOnlyList<ProbePath> ProbePaths() => ProbePathFinder.Find(options.Root);

    public Task<IReadOnlyList<string>> SceneAsync(CancellationToken cancellation) => Task.FromResult(service?.LastLines ?? []);

    public async Task TearDownAsync(StepContext context, CancellationToken cancellation)
    {
        if (service is { HasExited: false })
            await service.StopAsync(runner, time, cancellation);
        folder.Remove();
    }

    public Task<IReadOnlyList<string>> FindRemainsAsync(CancellationToken cancellation)
    {
        var remains = new List<string>();
        if (service is { HasExited: false })
            remains.Add($"process {service.Id}");
        if (folder.Exists)
            remains.Add(folder.FullPath);
        return Task.FromResult<IReadOnlyList<string>>(remains);
    }

    public IReadOnlyList<string> Usage() =>
    [
        $"The stack was kept. The service answers on {Address}",
        $"  Log in as {RehearsalSecrets.AdministratorEmail}; the password is in {folder.SecretFile("admin_password")}",
        $"  Remove it: kill {service?.Id}; rm -r {folder.FullPath}",
    ];

    public ValueTask DisposeAsync()
    {
        if (disposed)
            return ValueTask.CompletedTask;
        disposed = true;
        if (options.Keep && folder.Exists)
            folder.Disown();
        else
            service?.Dispose();
        return ValueTask.CompletedTask;
    }

    private Command Product(string assembly, params string[] arguments) =>
        new("dotnet", [Path.Combine(folder.Published, assembly), .. arguments]) { WorkingDirectory = folder.FullPath, Environment = Environment() };

    private Dictionary<string, string?> Environment() => new()
    {
        ["APP_ENV"] = "testing",
        ["DATABASE_URL"] = "sqlite:///" + folder.Database,
        ["SECRET_KEY"] = null,
        ["SECRET_KEY_FILE"] = folder.SecretFile("secret_key"),
        ["JWT_SECRET_KEY"] = null,
        ["JWT_SECRET_KEY_FILE"] = folder.SecretFile("jwt_secret_key"),
        ["PORT"] = $"{port}",
        ["LISTEN_ADDRESS"] = "127.0.0.1",
        ["QGP_VERSION"] = source.Version,
        ["QGP_COMMIT"] = source.Mark,
        ["QGP_BUILD_ID"] = buildId,
    };
}
