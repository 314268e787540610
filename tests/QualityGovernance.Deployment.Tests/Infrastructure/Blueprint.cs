using System.Runtime.InteropServices;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Infrastructure;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Infrastructure;

/// <summary>A copy of the checkout's blueprint with all that it follows from, to be broken at will.</summary>
internal sealed class Blueprint : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public Blueprint()
    {
        string[] others = ["docs/configuration.md", ".nuke/environments/staging.json", "Directory.Packages.props"];
        var blueprint = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "infra"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Checkout.Root, file));
        foreach (var file in others.Concat(blueprint))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
            File.Copy(Path.Combine(Checkout.Root, file), At(file));
        }
    }

    public RecordingConsole Console { get; } = new();

    public string At(string file) => Path.Combine(folder.Path, file);

    public void Replace(string file, string old, string by)
    {
        var text = File.ReadAllText(At(file));
        text.ShouldContain(old);
        File.WriteAllText(At(file), text.Replace(old, by));
    }

    public void Add(string file, string text) => File.AppendAllText(At(file), text);

    public async Task<ProcedureResult> CheckAsync(ICommandRunner? runner = null, string? platform = null)
    {
        var mask = new SecretMask();
        using var session = new ProcedureSession(
            new ProcedureOptions("CheckInfrastructure", folder.Path, At("runs")), Console, runner ?? new ProcessRunner(mask), mask, TimeProvider.System);
        return await new InfrastructureOperations(folder.Path, platform ?? RuntimeInformation.RuntimeIdentifier).CheckAsync(session);
    }

    public void Generate() => new InfrastructureOperations(folder.Path, "").Generate(Console);

    public void Dispose() => folder.Dispose();
}
