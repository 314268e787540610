using System.Globalization;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>The shipped compose file as one project of its own, step by step: database, migrations, application.</summary>
/// <param name="engine">Looks at what compose made.</param>
/// <param name="facts">Which compose is there.</param>
/// <param name="project">Names what is made; two projects share nothing.</param>
/// <param name="file">The compose file.</param>
/// <param name="environment">Everything it is told.</param>
/// <param name="time">For deadlines.</param>
public sealed class ComposeStack(ContainerEngine engine, ComposeFacts facts, string project, string file, StackEnvironment environment, TimeProvider time)
{
    private static readonly TimeSpan Starting = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    /// <summary>What a container gets to end by itself, as the compose file says.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly Compose compose = new(engine.Runner, facts, project, file, environment.Variables(), engine.Client);

    public string Project => project;

    public StackEnvironment Environment => environment;

    public Compose Compose => compose;

    /// <summary>Where the service answers, once it is started.</summary>
    public Uri Address => new($"http://127.0.0.1:{environment.Port}");

    /// <summary>Starts the database alone. Returns when its container is there, not when it answers.</summary>
    public Task StartPostgresAsync(CancellationToken cancellation = default) => StartAsync(StackServices.Postgres, cancellation);

    /// <summary>Starts the application alone: what comes before it is the caller's business here.</summary>
    public Task StartAppAsync(CancellationToken cancellation = default) => StartAsync(StackServices.App, cancellation);

    /// <summary>Starts everything in the order of the compose file: the application only after migrations that ended well.</summary>
    public Task UpAsync(Action<string>? onLine = null, IReadOnlyList<string>? profiles = null, CancellationToken cancellation = default) =>
        compose.CheckedAsync([.. Profiles(profiles ?? []), "up", "--detach", "--no-build"], Starting, onLine, cancellation);

    /// <summary>Polls until the engine calls a service healthy.</summary>
    /// <exception cref="PollGaveUpException">It did not become so, or its container ended.</exception>
    public Task<string> WaitHealthyAsync(string service, TimeSpan deadline, Action<string>? seen = null, CancellationToken cancellation = default) =>
        new Poll(time).UntilAsync($"The service {service}", token => LookAsync(service, token), deadline, Interval, seen, cancellation);

    /// <summary>Runs the migrations program to its end, in the image and with the environment of the application.</summary>
    /// <param name="arguments">For example <c>up</c>, or <c>status --json</c>.</param>
    /// <param name="secrets">Further secrets for this one call: the setting (for example ADMIN_PASSWORD) and the file that holds its value.</param>
    /// <param name="onLine">Hears what it prints.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<OneShot> MigrationsAsync(
        IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? secrets = null, Action<string>? onLine = null, CancellationToken cancellation = default) =>
        OneShotAsync(StackServices.Migrate, arguments, secrets, onLine, cancellation);

    /// <summary>Runs a command of the service to its end, for example <c>check-config</c>, exactly as the service itself would be started.</summary>
    public Task<OneShot> ServiceCommandAsync(IReadOnlyList<string> arguments, Action<string>? onLine = null, CancellationToken cancellation = default) =>
        OneShotAsync(StackServices.App, arguments, secrets: null, onLine, cancellation);

    /// <summary>Stops the application and starts it again in the same container.</summary>
    public async Task RestartAppAsync(CancellationToken cancellation = default)
    {
        var app = await RequireAsync(StackServices.App, cancellation);
        await engine.RestartAsync(app.Id, Grace, cancellation);
    }

    /// <summary>Asks a service to end, and waits until it has.</summary>
    public async Task StopAsync(string service, CancellationToken cancellation = default)
    {
        if (await FindAsync(service, cancellation) is { } container)
            await engine.StopAsync(container.Id, Grace, cancellation);
    }

    /// <summary>The id of one of the networks of the compose file.</summary>
    public async Task<string> NetworkAsync(string name, CancellationToken cancellation = default) =>
        await engine.NetworksAsync(new Dictionary<string, string> { [Labels.ComposeProject] = project, [Labels.ComposeNetwork] = name, [Labels.Project] = Labels.ProjectName }, cancellation) is [var id]
            ? id
            : throw new DeploymentException($"The project {project} has no network {name}: it is not up.");

    /// <returns>The container of a service, running or not; null when it was never started.</returns>
    public async Task<ContainerFacts?> FindAsync(string service, CancellationToken cancellation = default) =>
        await ContainersAsync(service, oneOff: false, cancellation) is [.., var last] ? last : null;

    /// <summary>All containers of the project, one-shots included.</summary>
    public Task<IReadOnlyList<ContainerFacts>> ContainersAsync(CancellationToken cancellation = default) =>
        engine.ContainersAsync(new Dictionary<string, string> { [Labels.ComposeProject] = project, [Labels.Project] = Labels.ProjectName }, cancellation);

    /// <summary>The last log lines of a service; none when it was never started.</summary>
    public async Task<IReadOnlyList<string>> LogsAsync(string service, int tail = 30, CancellationToken cancellation = default) =>
        await FindAsync(service, cancellation) is { } container ? await engine.LogsAsync(container.Id, tail, cancellation) : [];

    /// <summary>Ends everything in good order and removes the containers and networks; the volume only on request.</summary>
    public Task DownAsync(bool volumes, Action<string>? onLine = null, CancellationToken cancellation = default) =>
        compose.CheckedAsync([.. Profiles([StackServices.Backup]), "down", "--timeout", $"{Grace.TotalSeconds:0}", .. volumes ? ["--volumes"] : Array.Empty<string>()], Starting, onLine, cancellation);

    /// <summary>Removes at once, without compose and its file, what carries the labels of this run. For stacks that are thrown away.</summary>
    public Task<IReadOnlyList<string>> RemoveAsync(bool volumes = true, CancellationToken cancellation = default) =>
        engine.RemoveAllAsync(environment.Labels, volumes, cancellation);

    /// <summary>What belongs to a profile that is not named is not there for compose.</summary>
    private static IEnumerable<string> Profiles(IReadOnlyList<string> names) => names.SelectMany(name => new[] { "--profile", name });

    private Task StartAsync(string service, CancellationToken cancellation) =>
        compose.CheckedAsync(["up", "--detach", "--no-build", "--no-deps", service], Starting, cancellation: cancellation);

    private async Task<ProbeResult> LookAsync(string service, CancellationToken cancellation)
    {
        if (await FindAsync(service, cancellation) is not { } container)
            return ProbeResult.NotYet($"{service} has no container yet");
        var state = $"{service} is {container.State}";
        return container switch
        {
            { Health: "healthy", IsRunning: true } => ProbeResult.Ready(state),
            { Status: "exited" or "dead" or "restarting" } => ProbeResult.Hopeless(state),
            _ => ProbeResult.NotYet(state),
        };
    }

    /// <summary>Not removed by compose, so that what it ran with can be seen first.</summary>
    private async Task<OneShot> OneShotAsync(
        string service, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? secrets, Action<string>? onLine, CancellationToken cancellation)
    {
        var more = (secrets ?? new Dictionary<string, string>()).SelectMany(secret =>
        {
            var mounted = StackSecrets.MountPoint + secret.Key.ToLowerInvariant();
            return new[] { "-v", $"{secret.Value}:{mounted}:ro", "-e", $"{secret.Key}_FILE={mounted}" };
        });
        try
        {
            var result = await compose.RunAsync(["run", "-T", "--no-deps", .. more, service, .. arguments], Starting, onLine, cancellation);
            return new OneShot(result, await ContainersAsync(service, oneOff: true, cancellation) is [.., var last] ? last : null);
        }
        finally
        {
            foreach (var container in await ContainersAsync(service, oneOff: true, CancellationToken.None))
                await engine.RemoveContainerAsync(container.Id, CancellationToken.None);
        }
    }

    private async Task<ContainerFacts> RequireAsync(string service, CancellationToken cancellation) =>
        await FindAsync(service, cancellation) ?? throw new DeploymentException($"The service {service} of the project {project} was never started.");

    private Task<IReadOnlyList<ContainerFacts>> ContainersAsync(string service, bool oneOff, CancellationToken cancellation) =>
        engine.ContainersAsync(
            new Dictionary<string, string>
            {
                [Labels.ComposeProject] = project,
                [Labels.ComposeService] = service,
                [Labels.ComposeOneOff] = oneOff.ToString(CultureInfo.InvariantCulture),
                [Labels.Project] = Labels.ProjectName,
            },
            cancellation);
}
