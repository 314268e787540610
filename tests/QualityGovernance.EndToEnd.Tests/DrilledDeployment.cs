using QualityGovernance.Deployment.Drills.Deployment;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A drill of deployments from a copy of the stack file, in which a test may put a fault.</summary>
internal sealed class DrilledDeployment : IDisposable
{
    private static readonly string[] Taken = ["docker-stack.yml", "global.json", "Directory.Build.props", ".nuke/proxy/haproxy.cfg", ".nuke/proxy/tls.yml"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qgp-deploy-drill-");
    private readonly SecretMask mask = new();

    public DrilledDeployment()
    {
        foreach (var file in Taken)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, file))!);
            File.Copy(Path.Combine(Checkout.Root, file), Path.Combine(Root, file));
        }
    }

    public RecordingConsole Console { get; } = new();

    public string RunsFolder => Path.Combine(Root, "runs");

    private string Root => folder.FullName;

    /// <summary>Changes a line of the stack that is drilled.</summary>
    public void Change(string line, string into)
    {
        var path = Path.Combine(Root, "docker-stack.yml");
        var before = File.ReadAllText(path);
        before.ShouldContain(line);
        File.WriteAllText(path, before.Replace(line, into));
    }

    /// <summary>Few requests, and as much time as a busy machine may need: what is measured here is not speed.</summary>
    public async Task<ProcedureResult> RunAsync(string image)
    {
        var options = new DeployDrillOptions(Root, Path.Combine(Root, "drill"), RunsFolder, image)
        {
            Requests = 300,
            Rate = 25,
            RolloutDeadline = TimeSpan.FromSeconds(40),
            RejectionLimit = TimeSpan.FromMinutes(10),
            DeadlineTolerance = TimeSpan.FromMinutes(10),
            RollbackLimit = TimeSpan.FromMinutes(10),
        };
        using var session = new ProcedureSession(new ProcedureOptions("DeployDrill", Root, RunsFolder), Console, new ProcessRunner(mask), mask, TimeProvider.System);
        return await new DeployDrill(options, new Machine(), mask, TimeProvider.System, Console).RunAsync(session);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
