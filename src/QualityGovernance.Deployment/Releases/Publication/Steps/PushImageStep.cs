using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication.Steps;

/// <summary>Pushes the image under the name of the release, unless the registry has that name for another image.</summary>
internal sealed class PushImageStep(ContainerEngine engine, PublicationOptions options, PublicationFindings findings) : IStep
{
    private static readonly TimeSpan Transfer = TimeSpan.FromMinutes(30);

    public string Name => "PushImage";

    public TimeSpan Deadline => Transfer;

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var id = findings.RequireRehearsed().Image.Id;
        var name = options.RemoteName;
        if (await PullAsync(name, cancellation) is { } there && there.Id != id)
            throw new StepFailedException($"The registry has {name} already, as {there.Id}; this is {id}. A release never changes: take the next version.");
        await engine.TagAsync(id, name, cancellation);
        await engine.CheckedAsync(["push", name], context.Log, Transfer, cancellation);
        var image = await engine.ImageAsync(name, cancellation);
        var repository = name[..name.LastIndexOf(':')];
        findings.Reference = image?.RepositoryDigests.FirstOrDefault(digest => digest.StartsWith(repository + "@", StringComparison.Ordinal))
            ?? throw new StepFailedException($"{name} was pushed, and the engine knows no digest for it.");
        context.Observe("reference", findings.Reference);
    }

    /// <returns>Null when the registry answers that it has no such image.</returns>
    private async Task<ImageFacts?> PullAsync(string name, CancellationToken cancellation)
    {
        var pulled = await engine.RunAsync(["pull", "--quiet", name], timeout: Transfer, cancellation: cancellation);
        if (pulled.Succeeded)
            return await engine.ImageAsync(name, cancellation);
        return pulled.Error.Contains("not found", StringComparison.OrdinalIgnoreCase) || pulled.Error.Contains("manifest unknown", StringComparison.OrdinalIgnoreCase)
            ? null
            : throw new StepFailedException($"The registry {options.Registry} cannot be asked: {pulled.LastWords(2)}", nextCommand: $"docker login {options.Registry!.Split('/')[0]}");
    }
}
