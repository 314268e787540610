using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Releases.Recovery;

/// <summary>The database of the sandbox, reached over the sandbox's own network.</summary>
internal sealed class SandboxDatabase : IServedDatabase
{
    private const string Network = "database";

    private readonly ComposeStack stack;
    private readonly TimeProvider time;

    private SandboxDatabase(Sandbox sandbox, DatabaseTools tools, TimeProvider time)
    {
        stack = sandbox.Stack;
        this.time = time;
        Tools = tools;
        Address = new DatabaseAddress(StackServices.Postgres, 5432, sandbox.Environment.DatabaseName, sandbox.Environment.DatabaseUser, sandbox.Secrets.DatabasePassword);
    }

    public DatabaseAddress Address { get; }

    public DatabaseTools Tools { get; }

    /// <exception cref="DeploymentException">The database does not run.</exception>
    public static async Task<SandboxDatabase> OpenAsync(ContainerEngine engine, Sandbox sandbox, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        if (await sandbox.Stack.FindAsync(StackServices.Postgres, cancellation) is not { IsRunning: true } container)
            throw new DeploymentException("The sandbox's database does not run.", "./build.sh SandboxUp");
        var tools = new DatabaseTools(engine, container.ImageId, await sandbox.Stack.NetworkAsync(Network, cancellation));
        return new SandboxDatabase(sandbox, tools, time);
    }

    public async Task<string> HeadAsync(CancellationToken cancellation) => (await MigrationsAsync(["status", "--head"], cancellation)).Output.Trim();

    public Task StopApplicationAsync(CancellationToken cancellation) => stack.StopAsync(StackServices.App, cancellation);

    public async Task MigrateAsync(StepContext context, CancellationToken cancellation)
    {
        foreach (var line in (await MigrationsAsync(["up"], cancellation)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            context.Say(line);
    }

    public async Task<string> StartApplicationAsync(CancellationToken cancellation)
    {
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
