using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Infrastructure.Steps;

/// <summary>The files that follow from the environment's description and from the service's settings are what they would be if they were written now.</summary>
/// <param name="files">The blueprint.</param>
/// <param name="generated">Path and content.</param>
internal sealed class CompareParametersStep(InfrastructureFiles files, Func<IReadOnlyDictionary<string, string>> generated) : IStep
{
    public string Name => "CompareParameters";

    public TimeSpan Deadline => TimeSpan.FromMinutes(1);

    public Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var expected = generated();
        var stale = expected.Where(file => !File.Exists(file.Key) || File.ReadAllText(file.Key) != file.Value)
            .Select(file => Path.GetRelativePath(files.Root, file.Key)).ToList();
        if (stale.Count > 0)
        {
            throw new StepFailedException(
                $"{string.Join(" and ", stale)}: not what follows from .nuke/environments/{InfrastructureFiles.Environment}.json and the service's settings.",
                nextCommand: InfrastructureParameters.Command);
        }

        context.Observe("generated-files", expected.Count);
        return Task.CompletedTask;
    }
}
