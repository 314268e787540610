using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Infrastructure.Steps;

/// <summary>Without the compiler nothing is known about the blueprint.</summary>
internal sealed class FindCompilerStep(BicepCompiler compiler) : IStep
{
    public string Name => "FindCompiler";

    public TimeSpan Deadline => TimeSpan.FromMinutes(4);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        if (await compiler.FindAsync(cancellation) is { } version)
            context.Observe("compiler", version);
        else
            context.CannotTell(compiler.Missing!);
    }
}
