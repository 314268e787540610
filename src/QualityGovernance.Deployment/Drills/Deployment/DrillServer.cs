using System.Security.Cryptography;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Drills.Deployment;

/// <summary>A PostgreSQL server as environments have one: outside of the stack, reached by its address, with a password. Only containers of this machine reach it.</summary>
internal sealed class DrillServer : IDisposable
{
    private const string Name = "qgp";
    private const string PasswordFile = "password";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly ContainerEngine engine;
    private readonly ClosedFolder folder = ClosedFolder.Create("drill-server");

    public DrillServer(ContainerEngine engine, string gateway, SecretMask mask)
    {
        this.engine = engine;
        Address = new DatabaseAddress(gateway, FreePort.Find(), Name, Name, "Dr1-" + RandomNumberGenerator.GetHexString(40, lowercase: true));
        mask.Register(Address.Password);
    }

    public DatabaseAddress Address { get; }

    public string Url => $"postgresql://{Address.User}:{Address.Password}@{Address.Host}:{Address.Port}/{Address.Database}";

    public async Task StartAsync(string image, string stack, TimeProvider time, CancellationToken cancellation)
    {
        var password = folder.WriteForContainer(PasswordFile, Address.Password);
        var container = new ContainerRun(image, Labels.For(Purposes.Drill, stack))
        {
            Detached = true,
            Network = "host",
            Environment = new Dictionary<string, string> { ["POSTGRES_USER"] = Name, ["POSTGRES_DB"] = Name, ["POSTGRES_PASSWORD_FILE"] = $"/run/secrets/{PasswordFile}" },
            Options = ["--user", "postgres", "--volume", "/var/lib/postgresql/data", "--tmpfs", "/run/postgresql", "--shm-size", "128m", "--stop-signal", "SIGINT", "--volume", $"{password}:/run/secrets/{PasswordFile}:ro"],
            Command = ["postgres", "-c", $"listen_addresses={Address.Host}", "-c", $"port={Address.Port}"],
        };
        var started = await engine.RunContainerAsync(container, cancellation: cancellation);
        if (!started.Succeeded)
            throw new DeploymentException($"The drill's database could not be started from {image}: {started.LastWords()}");
        await new Poll(time).UntilAsync("The drill's database", token => LookAsync(new DatabaseTools(engine, image, "bridge"), token), StartLimit, TimeSpan.FromMilliseconds(300), cancellation: cancellation);
    }

    public void Dispose() => folder.Dispose();

    private async Task<ProbeResult> LookAsync(DatabaseTools tools, CancellationToken cancellation)
    {
        var answer = await tools.ScriptAsync(Address, "SELECT 1;", folder: null, cancellation);
        return answer.Succeeded ? ProbeResult.Ready("it answers") : ProbeResult.NotYet(answer.LastWords(1));
    }
}
