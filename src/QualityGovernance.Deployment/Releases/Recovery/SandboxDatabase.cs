using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Releases.Recovery;

/// <summary>The database of the sandbox, reached over the sandbox's own network.</summary>
internal sealed class SandboxDatabase : IServedDatabase
{
    private const string Network = "database";

    private readonly Sandbox sandbox;
    private readonly ComposeStack stack;
    private readonly MaintenancePage page;
    private readonly ProxyImage proxy;
    private readonly TimeProvider time;

    private SandboxDatabase(Sandbox sandbox, DatabaseTools tools, MaintenancePage page, ProxyImage proxy, TimeProvider time)
    {
        this.sandbox = sandbox;
        stack = sandbox.Stack;
        this.page = page;
        this.proxy = proxy;
        this.time = time;
        Tools = tools;
        Address = new DatabaseAddress(StackServices.Postgres, 5432, sandbox.Environment.DatabaseName, sandbox.Environment.DatabaseUser, sandbox.Secrets.DatabasePassword);
    }

    public DatabaseAddress Address { get; }

    public DatabaseTools Tools { get; }

    /// <exception cref="DeploymentException">The database does not run.</exception>
    public static async Task<SandboxDatabase> OpenAsync(ContainerEngine engine, Sandbox sandbox, ProxyImage proxy, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        if (await sandbox.Stack.FindAsync(StackServices.Postgres, cancellation) is not { IsRunning: true } container)
            throw new DeploymentException("The sandbox's database does not run.", "./build.sh SandboxUp");
        var tools = new DatabaseTools(engine, container.ImageId, await sandbox.Stack.NetworkAsync(Network, cancellation));
        return new SandboxDatabase(sandbox, tools, new MaintenancePage(engine, sandbox, time), proxy, time);
    }

    public string Typed(string sql) => sandbox.Typed("exec", StackServices.Postgres, "psql", "--username", Address.User, "--dbname", "postgres", "--command", $"'{sql}'");

    public async Task<string> HeadAsync(CancellationToken cancellation) => (await MigrationsAsync(["status", "--head"], cancellation)).Output.Trim();

    /// <summary>The page's image is there before anything ends: where it cannot be had, nothing has been touched.</summary>
    public async Task StopApplicationAsync(CancellationToken cancellation)
    {
        var image = await proxy.EnsureAsync(cancellation);
        await stack.StopAsync(StackServices.App, cancellation);
        await page.ShowAsync(image, cancellation);
    }

    public async Task MigrateAsync(StepContext context, CancellationToken cancellation)
    {
        foreach (var line in (await MigrationsAsync(["up"], cancellation)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            context.Say(line);
    }

    public async Task<string> StartApplicationAsync(CancellationToken cancellation)
    {
        // The page has the port that the application needs.
        await page.RemoveAsync(cancellation);
        await stack.StartAppAsync(cancellation);
        return await new SandboxReady(stack, time, _ => { }).WaitAsync(cancellation);
    }

    private async Task<CommandResult> MigrationsAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var ran = await stack.MigrationsAsync(arguments, cancellation: cancellation);
        return ran.Succeeded
            ? ran.Result
            : throw new DeploymentException($"The migrations program ended \"{string.Join(' ', arguments)}\" with exit code {ran.Result.ExitCode}: {ran.Result.LastWords()}", "./build.sh SandboxLogs --service postgres");
    }
}
