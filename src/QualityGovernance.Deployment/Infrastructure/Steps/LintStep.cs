using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Infrastructure.Steps;

/// <summary>The linter has nothing to say about any file, also about those that the blueprint does not take in.</summary>
internal sealed class LintStep(BicepCompiler compiler, InfrastructureFiles files) : CompilerStep(compiler)
{
    public override string Name => "Lint";

    protected override async Task<IReadOnlyList<string>> ComplaintsAsync(StepContext context, BicepCompiler compiler, CancellationToken cancellation)
    {
        context.Observe("files", Directory.EnumerateFiles(files.Folder, "*.bicep", SearchOption.AllDirectories).Count());
        return await compiler.RunAsync(NoVariables, cancellation, "lint", "--pattern", "**/*.bicep", "--no-restore");
    }
}
