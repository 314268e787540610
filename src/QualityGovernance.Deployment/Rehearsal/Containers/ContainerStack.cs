using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;
using QualityGovernance.Deployment.Stacks.Hardening;

namespace QualityGovernance.Deployment.Rehearsal.Containers;

/// <summary>The real thing: the image, the shipped compose file as a project of its own, PostgreSQL, production mode.</summary>
internal sealed class ContainerStack(
    RehearsalOptions options, ICommandRunner runner, IMachine machine, TimeProvider time, Run run, RehearsalSecrets secrets, SourceState source) : IRehearsalStack
{
    private const int SceneLines = 25;
    private const int KeptLines = 1000;
    private const string AdministratorPassword = "admin_password";

    private readonly ContainerPrerequisites prerequisites = new(options, runner, machine);
    private readonly RunFolder folder = RunFolder.Of(run.Id);
    private readonly Poll poll = new(time);
    private readonly int port = options.Port ?? FreePort.Find();
    private BaseImageSet? bases;
    private BuiltImage? image;
    private ComposeStack? stack;
    private ContainerFacts? migrations;
    private bool kept;

    public string Kind => "containers";

    public Uri Address => new($"http://127.0.0.1:{port}");

    private ContainerEngine Engine => prerequisites.Engine ?? throw new InvalidOperationException("No engine was found yet.");

    private ComposeStack Stack => stack ?? throw new InvalidOperationException("The database has not been started yet.");

    public Task<IReadOnlyList<string>> FindProblemsAsync(StepContext context, CancellationToken cancellation) =>
        prerequisites.FindAsync(options.Port, context, cancellation);

    public Task RemoveLeftoversAsync(StepContext context, CancellationToken cancellation) =>
        new Leftovers(Engine).RemoveOrphansAsync(context, cancellation);

    public async Task<BuiltProduct> BuildAsync(StepContext context, CancellationToken cancellation)
    {
        folder.Create();
        bases = await new BaseImages(Engine, machine, options.Root, context.Say, context.Log).EnsureAsync(cancellation: cancellation);
        context.Input("base-kind", bases.Kind.Word());
        foreach (var (name, reference) in new[] { ("base-sdk", bases.Sdk), ("base-runtime", bases.Runtime), ("base-postgres", bases.Postgres) })
        {
            context.Input(name, reference);
            context.Input(name + "-id", (await Engine.ImageAsync(reference, cancellation))?.Id ?? "unknown");
        }

        var request = new ImageBuildRequest(options.Root, RehearsalImages.NameOf(run.Id.Value), bases, source.Version, source.Mark, BuildId: run.Id.Value) { Cached = options.Cached };
        image = await new ImageBuilder(Engine).BuildAsync(request, cancellation: cancellation);
        context.Observe("image-size", $"{image.SizeBytes / 1_000_000} MB");
        var layers = await Engine.LayersAsync(image.Id, cancellation);
        context.Say($"{image.Id}, {image.SizeBytes / 1_000_000} MB, on {bases.Kind.Word()} base images");
        return new BuiltProduct(image.Version, image.Commit, image.BuildId, image.Id) { Layers = layers, SizeBytes = image.SizeBytes };
    }

    public async Task StartDatabaseAsync(StepContext context, CancellationToken cancellation)
    {
        var environment = Environment();
        foreach (var (name, value) in new StackSecrets(environment.DatabaseUser, environment.DatabaseName, secrets.DatabasePassword, secrets.SecretKey, secrets.JwtSecretKey).Files())
            folder.WriteSecret(name, value);
        folder.WriteSecret(AdministratorPassword, secrets.AdministratorPassword);
        stack = new ComposeStack(
            Engine, prerequisites.Facts!.Compose!, $"qgp-rehearsal-{run.Id}", Path.Combine(options.Root, ContainerPrerequisites.ComposeFile), environment, time);
        context.Observe("project", stack.Project);
        await stack.StartPostgresAsync(cancellation);
        await new PostgresReady(Engine, stack, poll, secrets).WaitAsync(context, cancellation);
    }

    public async Task<CommandResult> MigrationsAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var more = arguments[0] == "create-admin" ? new Dictionary<string, string> { ["ADMIN_PASSWORD"] = folder.SecretFile(AdministratorPassword) } : null;
        var ran = await Stack.MigrationsAsync(arguments, more, cancellation: cancellation);
        if (arguments[0] == "up")
            migrations = ran.Container;
        return ProgramOutput.Of(ran.Result);
    }

    public async Task<CommandResult> ServiceAsync(IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        ProgramOutput.Of((await Stack.ServiceCommandAsync(arguments, cancellation: cancellation)).Result);

    public async Task<IReadOnlySet<string>> VariablesAsync(CancellationToken cancellation) =>
        (await ApplicationAsync(cancellation)).Environment.Where(variable => variable.Value.Length > 0).Select(variable => variable.Key).ToHashSet(StringComparer.Ordinal);

    public async Task StartApplicationAsync(StepContext context, CancellationToken cancellation)
    {
        await Stack.StartAppAsync(cancellation);
        var application = await ApplicationAsync(cancellation);
        var differences = StackEnvironment.Differences(migrations ?? throw new InvalidOperationException("The migrations have not been run yet."), application);
        context.Observe("environment", differences.Count == 0 ? "the same for migrations and application" : "not the same for migrations and application");
        if (differences.Count > 0)
            throw new StepFailedException("Migrations and application were not given the same environment.", differences);
    }

    public async Task RestartApplicationAsync(StepContext context, CancellationToken cancellation)
    {
        var before = await ApplicationAsync(cancellation);
        await Stack.RestartAppAsync(cancellation);
        var after = await ApplicationAsync(cancellation);
        if (after.Pid == before.Pid || after.Pid == 0)
            throw new StepFailedException($"The application was to be restarted, and its container is {after.State} with process {after.Pid} (before: {before.Pid}).");
        context.Log($"Process {before.Pid} ended, process {after.Pid} started");
    }

    public async Task<string?> WhyHopelessAsync(CancellationToken cancellation) =>
        await Stack.FindAsync(StackServices.App, cancellation) switch
        {
            null => "The container of the application is gone",
            { Status: "exited" or "dead" or "restarting" } container => $"The container of the application is {container.State}",
            _ => null,
        };

    public async Task VerifyServingAsync(BuiltProduct built, StepContext context, CancellationToken cancellation)
    {
        await new ServingCheck(Engine, Stack).RunAsync(built, port, context, cancellation);
        await RunningHardening.AssertAsync(Engine, [.. (await Stack.ContainersAsync(cancellation)).Where(container => container.IsRunning)], context, cancellation);
    }

    public async Task<CommandResult> OwnProbeAsync(CancellationToken cancellation)
    {
        var application = await ApplicationAsync(cancellation);
        return await Engine.ImageAsync(application.ImageId, cancellation) is { HealthCheck: { Count: > 0 } probe }
            ? await Engine.ExecAsync(application.Id, probe, cancellation: cancellation)
            : throw new StepFailedException($"The image {application.ImageId} has no health check.");
    }

    public IReadOnlyList<ProbePath> ProbePaths() => ProbePathFinder.Find(options.Root);

    /// <summary>Of what has stopped, else of what was started last.</summary>
    public async Task<IReadOnlyList<string>> SceneAsync(CancellationToken cancellation)
    {
        if (stack is null)
            return [];
        var containers = await stack.ContainersAsync(cancellation);
        var stopped = containers.Where(container => !container.IsRunning).ToList();
        var lines = new List<string>();
        foreach (var container in stopped.Count > 0 ? stopped : containers.TakeLast(1))
        {
            lines.Add($"{container.Service} ({container.State}) said last:");
            lines.AddRange(await Engine.LogsAsync(container.Id, SceneLines, cancellation));
        }

        return lines;
    }

    public async Task TearDownAsync(StepContext context, CancellationToken cancellation)
    {
        if (prerequisites.Engine is { } engine)
        {
            await KeepLogsAsync(engine, cancellation);
            foreach (var removed in await new Leftovers(engine).RemoveAsync(run.Id.Value, cancellation))
                context.Log($"Removed {removed}");
            if (image is not null)
                await RehearsalImages.ReleaseAsync(engine, run.Id, image.Id, cancellation);
        }

        folder.Remove();
    }

    /// <summary>What the containers said goes into the log of the teardown, or it would be lost with them.</summary>
    private async Task KeepLogsAsync(ContainerEngine engine, CancellationToken cancellation)
    {
        if (stack is null)
            return;
        foreach (var container in await stack.ContainersAsync(cancellation))
            await engine.LogsAsync(container.Id, KeptLines, cancellation);
    }

    public async Task<IReadOnlyList<string>> FindRemainsAsync(CancellationToken cancellation)
    {
        var remains = new List<string>();
        if (prerequisites.Engine is { } engine)
            remains.AddRange(await new Leftovers(engine).ThingsOfAsync(run.Id.Value, cancellation));
        if (folder.Exists)
            remains.Add(folder.FullPath);
        return remains;
    }

    public IReadOnlyList<string> Usage()
    {
        kept = true;
        return
        [
            $"The stack was kept. The service answers on {Address}",
            $"  Log in as {RehearsalSecrets.AdministratorEmail}; the password is in {folder.SecretFile(AdministratorPassword)}",
            $"  Remove it: {Leftovers.RemovalCommand(run.Id.Value)} && rm -r {folder.FullPath}",
        ];
    }

    public ValueTask DisposeAsync()
    {
        if (kept)
            folder.Disown();
        return ValueTask.CompletedTask;
    }

    private async Task<ContainerFacts> ApplicationAsync(CancellationToken cancellation) =>
        await Stack.FindAsync(StackServices.App, cancellation) ?? throw new StepFailedException("The container of the application is gone.");

    private StackEnvironment Environment() => new()
    {
        Image = image?.Id ?? throw new InvalidOperationException("No image has been built yet."),
        PostgresImage = bases!.Postgres,
        AppEnvironment = "production",
        SecretsFolder = folder.Secrets,
        Port = port,
        Purpose = Purposes.Rehearsal,
        Run = run.Id.Value,
        Owner = options.Keep ? Leftovers.Nobody : OwnerMark.Current.ToString(),
        // An end has to be seen, not mended.
        Restart = "no",
    };
}
