using QualityGovernance.Deployment.Documents.Inventory;
using QualityGovernance.Deployment.Documents.Runbook;
using QualityGovernance.Deployment.Documents.Variables;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Generated;

namespace QualityGovernance.Deployment.Documents;

/// <summary>Makes the documents of this checkout, each out of what it follows from.</summary>
/// <param name="options">Where that is.</param>
/// <param name="targets">What the targets of the build say of themselves.</param>
/// <param name="runner">Runs the service.</param>
public sealed class DocumentRenderer(DocumentOptions options, IReadOnlyList<DescribedTarget> targets, ICommandRunner runner)
{
    private const string Fragments = "docs/fragments";

    /// <summary>Those that need no container engine: the page of settings, the example of variables and the runbook.</summary>
    /// <exception cref="DeploymentException">A fragment speaks of something that does not exist.</exception>
    public async Task<IReadOnlyList<GeneratedFile>> WithoutEngineAsync(CancellationToken cancellation = default)
    {
        var service = await ServiceDescription.AskAsync(runner, options.ServiceProgram, cancellation);
        var build = BuildDescription.Read(Read(BuildDescription.SchemaFile), targets);
        var runbook = new RunbookRenderer(build, ProductSentences.Of(options.Root), service.Table).Render(Fragment.ReadAll(At($"{Fragments}/runbook")));
        return
        [
            new(SettingsPage.File, SettingsPage.With(service.Table, Read(SettingsPage.File)), "the service's describe-config", DocumentOptions.GenerateCommand),
            new(".env.sandbox.example", new ExampleRenderer(Read("docker-compose.sandbox.yml"), service.Settings).Render(Read($"{Fragments}/env.sandbox.example")), $"{Fragments}/env.sandbox.example with the service's settings", DocumentOptions.GenerateCommand),
            new("docs/DEPLOYMENT_RUNBOOK.md", runbook, $"{Fragments}/runbook with the build's own description", DocumentOptions.GenerateCommand),
        ];
    }

    /// <summary>The inventory, which is asked of the image.</summary>
    public async Task<GeneratedFile> InventoryAsync(ContainerEngine engine, TimeProvider time, CancellationToken cancellation = default)
    {
        var answers = await new ImageInterview(engine, time).AskAsync(options.Image, cancellation);
        var renderer = new InventoryRenderer(Read("Dockerfile"), Read("docker-compose.sandbox.yml"), Read("docker-stack.yml"));
        return new(InventoryRenderer.File, renderer.Render(answers), $"the image {options.Image}", DocumentOptions.GenerateCommand);
    }

    private string At(string path) => Path.Combine(options.Root, path);

    private string Read(string path) => File.Exists(At(path)) ? File.ReadAllText(At(path)) : throw new DeploymentException($"There is no {path}, which a document follows from.", $"git checkout -- {path}");
}
