using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Images;
using QualityGovernance.Deployment.Releases.Recovery;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Drills;

/// <summary>The sandbox that the drill is held on, and the tools for it.</summary>
internal sealed record DrillGround(ContainerEngine Engine, Sandbox Sandbox, SandboxStack Stack, BaseImageSet Bases, ProxyImage Proxy, BackupStore Store, BackupCipher Cipher, TimeProvider Time)
{
    public static async Task<DrillGround> OpenAsync(
        DrillOptions options, ICommandRunner runner, IMachine machine, SecretMask mask, TimeProvider time, Action<string> say, CancellationToken cancellation)
    {
        var clients = new DockerClients(runner, machine);
        var engine = await clients.FindAsync(cancellation);
        var facts = await clients.FactsAsync(engine, cancellation);
        var compose = facts.Compose ?? throw new DeploymentException("The engine answers, and neither docker compose nor docker-compose is there.", "./build.sh Provision");
        return new DrillGround(
            engine,
            Sandbox.Open(engine, compose, options.Root, mask, time),
            new SandboxStack(engine, compose, options.Root, mask, time, say),
            await new BaseImages(engine, machine, options.Root, say, _ => { }).EnsureAsync(cancellation: cancellation),
            new ProxyImage(engine, machine, say),
            new BackupStore(Path.Combine(options.BackupsFolder, Purposes.Sandbox)),
            BackupCipher.Of(runner, machine),
            time);
    }

    public Task<SandboxDatabase> DatabaseAsync(CancellationToken cancellation) => SandboxDatabase.OpenAsync(Engine, Sandbox, Proxy, Time, cancellation);
}
