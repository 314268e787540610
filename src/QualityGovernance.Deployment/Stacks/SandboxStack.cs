using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>The stack that people try the product on: up, down, status, logs. Its data stays until somebody says otherwise twice.</summary>
/// <param name="engine">Runs it.</param>
/// <param name="facts">Which compose is there.</param>
/// <param name="repository">Where the compose file and the environment file are.</param>
/// <param name="mask">Gets the secrets of the environment file.</param>
/// <param name="time">For deadlines.</param>
/// <param name="say">Hears what happens.</param>
public sealed class SandboxStack(ContainerEngine engine, ComposeFacts facts, string repository, SecretMask mask, TimeProvider time, Action<string> say)
{
    public const string ComposeFile = "docker-compose.sandbox.yml";

    /// <summary>What the environment file calls the image; the compose command alone starts it too.</summary>
    public const string ImageTag = "quality-governance:sandbox";

    public const string PostgresTag = "quality-governance-postgres:sandbox";

    /// <summary>The scheduled backups that are asked for with it; null for none.</summary>
    public SandboxBackups? Backups { get; init; }

    /// <summary>What the image is called here, as the environment file says.</summary>
    public string ImageName => Open().Environment.Image;

    /// <summary>Starts the stack from an image, or what is there already again, and returns when the service answers that it is ready.</summary>
    /// <param name="image">The image of the product; null for the one that the sandbox had before.</param>
    /// <param name="bases">Where the database's image comes from.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public async Task UpAsync(string? image, BaseImageSet bases, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bases);
        var sandbox = Open();
        await TagAsync(sandbox.Environment, image, bases, cancellation);
        await RemovePageAsync(sandbox, cancellation);
        await RefuseTakenPortAsync(sandbox, cancellation);
        say($"Starting the sandbox from {sandbox.Environment.Image} with {sandbox.Settings.Name} ({facts}).");
        try
        {
            await sandbox.Stack.UpAsync(say, Backups is null ? [] : [StackServices.Backup], cancellation);
            await new SandboxReady(sandbox.Stack, time, say).WaitAsync(cancellation);
        }
        catch (Exception e) when (e is PollGaveUpException or CommandFailedException or CommandTimedOutException)
        {
            throw await new SandboxFailure(sandbox).ExplainAsync(e, cancellation);
        }

        foreach (var line in sandbox.Guide().Concat(Backups?.Guide() ?? []))
            say(line);
    }

    /// <summary>Ends the stack. The data stays, unless its removal is asked for and confirmed.</summary>
    public async Task DownAsync(bool volumes, bool confirm, CancellationToken cancellation = default)
    {
        if (volumes && !confirm)
        {
            throw new DeploymentException(
                "--volumes removes the sandbox's database with everything in it. Nothing was touched; confirm it with --confirm.", "./build.sh SandboxDown --volumes --confirm");
        }

        var sandbox = Open();
        await RemovePageAsync(sandbox, cancellation);
        await sandbox.Stack.DownAsync(volumes, say, cancellation);
        say(volumes ? "The sandbox and its data are removed." : "The sandbox is down; its data stays for the next SandboxUp.");
    }

    /// <summary>A table of the services: state, ports, image, revision.</summary>
    public async Task<IReadOnlyList<string>> StatusAsync(CancellationToken cancellation = default) =>
        await new SandboxStatus(engine, Open(), time).TableAsync(cancellation);

    /// <summary>The last log lines of all services, or of one.</summary>
    public async Task LogsAsync(string? service, int tail, Action<string> line, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (service is not null && !StackServices.WithProfiles.Contains(service))
            throw new DeploymentException($"The sandbox has no service \"{service}\". It has {string.Join(", ", StackServices.WithProfiles)}.", $"./build.sh SandboxLogs --service {StackServices.App}");
        var sandbox = Open();
        foreach (var one in service is null ? StackServices.WithProfiles : [service])
        {
            foreach (var text in await sandbox.Stack.LogsAsync(one, tail, cancellation))
                line(service is null ? $"{one,-8} | {text}" : text);
        }
    }

    private Sandbox Open() => Sandbox.Open(engine, facts, repository, mask, time, Backups);

    /// <summary>The environment file names the images; here the names get their meaning.</summary>
    private async Task TagAsync(StackEnvironment environment, string? image, BaseImageSet bases, CancellationToken cancellation)
    {
        if (image is not null && image != environment.Image)
            await engine.TagAsync(image, environment.Image, cancellation);
        else if (await engine.ImageAsync(environment.Image, cancellation) is null)
            throw new DeploymentException($"The sandbox has no image yet: the engine does not have {environment.Image}.", "./build.sh SandboxUp");
        await engine.TagAsync(bases.Postgres, environment.PostgresImage, cancellation);
    }

    /// <summary>A restore that was killed leaves it on the port of the application.</summary>
    private async Task RemovePageAsync(Sandbox sandbox, CancellationToken cancellation)
    {
        if ((await new MaintenancePage(engine, sandbox, time).RemoveAsync(cancellation)).Count > 0)
            say("The maintenance page was shown: a restore of the sandbox's database did not come to its end. The page is removed.");
    }

    private static async Task RefuseTakenPortAsync(Sandbox sandbox, CancellationToken cancellation)
    {
        var port = sandbox.Environment.Port;
        var own = await sandbox.Stack.FindAsync(StackServices.App, cancellation);
        if (own is { IsRunning: true } || !FreePort.IsTaken(port))
            return;
        throw new DeploymentException(
            $"Port {port} on 127.0.0.1 is taken by another program. Stop that, or set QGP_PORT to a free port in .env.sandbox.", $"ss --listening --tcp --numeric --processes 'sport = :{port}'");
    }
}
