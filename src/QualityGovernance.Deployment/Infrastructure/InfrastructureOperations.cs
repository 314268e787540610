using QualityGovernance.Deployment.Infrastructure.Steps;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Environments;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Infrastructure;

/// <summary>What is done with the blueprint of a cloud environment on the machine of a developer. Nothing here speaks to a cloud.</summary>
/// <param name="root">The checkout.</param>
/// <param name="platform">The system and the processor, as the runtime names them; the compiler is a program for linux-x64.</param>
public sealed class InfrastructureOperations(string root, string platform)
{
    private readonly InfrastructureFiles files = new(root);

    /// <summary>Finds the compiler, and holds the blueprint to the description of the environment, to the compiler and to the linter.</summary>
    public async Task<ProcedureResult> CheckAsync(ProcedureSession session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var compiler = new BicepCompiler(session.Runner, files, platform);
        IStep[] steps =
        [
            new FindCompilerStep(compiler), new CompareParametersStep(files, Generated), new CompileTemplateStep(compiler, files),
            new CompileParametersStep(compiler, files), new LintStep(compiler, files),
        ];
        await session.BeginAsync([.. steps.Select(step => step.Name)], new Dictionary<string, string> { ["environment"] = InfrastructureFiles.Environment }, cancellation);
        return await session.RunAsync(steps, cancellation: cancellation);
    }

    /// <summary>Writes the files that follow from others.</summary>
    public void Generate(IRunConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        foreach (var (path, content) in Generated())
        {
            var same = File.Exists(path) && File.ReadAllText(path) == content;
            if (!same)
                File.WriteAllText(path, content);
            console.Line(RunLevel.Normal, $"  {Path.GetRelativePath(root, path)}: {(same ? "as it was" : "written")}");
        }
    }

    private IReadOnlyDictionary<string, string> Generated() => new Dictionary<string, string>
    {
        [files.SettingsType] = InfrastructureParameters.TypeOf(PublishedSetting.ReadAll(files.SettingsPage)),
        [files.Parameters] = InfrastructureParameters.Of(DescriptionReader.Read(root, InfrastructureFiles.Environment)),
    };
}
