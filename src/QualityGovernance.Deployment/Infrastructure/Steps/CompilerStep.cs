using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Infrastructure.Steps;

/// <summary>A step that the compiler answers. Unknown where there is none.</summary>
internal abstract class CompilerStep(BicepCompiler compiler) : IStep
{
    private const string NextCommand = "./build.sh CheckInfrastructure";

    public abstract string Name { get; }

    public TimeSpan Deadline => TimeSpan.FromMinutes(3);

    protected static IReadOnlyDictionary<string, string?> NoVariables { get; } = new Dictionary<string, string?>();

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        if (compiler.Missing is { } reason)
        {
            context.CannotTell(reason);
            return;
        }

        var complaints = await ComplaintsAsync(context, compiler, cancellation);
        if (complaints.Count > 0)
            throw new StepFailedException($"The compiler has {complaints.Count} complaint(s), the first: {complaints[0]}", complaints, NextCommand);
    }

    protected abstract Task<IReadOnlyList<string>> ComplaintsAsync(StepContext context, BicepCompiler compiler, CancellationToken cancellation);
}
