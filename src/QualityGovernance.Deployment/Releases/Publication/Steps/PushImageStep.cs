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
        var commit = $"{options.Repository}:{findings.Commit}";
        // A registry that does not say whether it has the repository says so once something was pushed: under the commit first, which names this one image.
        await RefuseOtherAsync(commit, id, mayBeDenied: true, cancellation);
        await PushAsync(commit, id, context, cancellation);
        await RefuseOtherAsync(name, id, mayBeDenied: false, cancellation);
        await PushAsync(name, id, context, cancellation);
        var image = await engine.ImageAsync(name, cancellation);
        findings.Reference = image?.RepositoryDigests.Where(digest => digest.StartsWith(options.Repository + "@", StringComparison.Ordinal)).OrderBy(digest => digest != findings.Existing?.Reference).FirstOrDefault()
            ?? throw new StepFailedException($"{name} was pushed, and the engine knows no digest for it.");
        if (findings.Existing?.Reference is { } before && before != findings.Reference)
            throw new StepFailedException($"{options.Tag} was published as {before}, and the registry has it as {findings.Reference} now. Take the next version.");
        context.Observe("reference", findings.Reference);
    }

    private async Task PushAsync(string name, string id, StepContext context, CancellationToken cancellation)
    {
        await engine.TagAsync(id, name, cancellation);
        var pushed = await engine.RunAsync(["push", name], context.Log, Transfer, cancellation);
        if (!pushed.Succeeded)
            throw new StepFailedException($"The registry {options.Registry} did not take {name}: {pushed.LastWords(2)} Its account has to be allowed to push there, and some registries want the repository {options.Repository} to be made first.", nextCommand: Login);
    }

    private async Task RefuseOtherAsync(string name, string id, bool mayBeDenied, CancellationToken cancellation)
    {
        var pulled = await engine.RunAsync(["pull", "--quiet", name], timeout: Transfer, cancellation: cancellation);
        if (!pulled.Succeeded && !IsAbsent(pulled) && !(mayBeDenied && IsDenied(pulled)))
            throw new StepFailedException($"The registry {options.Registry} cannot be asked for {name}: {pulled.LastWords(2)}", nextCommand: Login);
        if (pulled.Succeeded && await engine.ImageAsync(name, cancellation) is { } there && there.Id != id)
            throw new StepFailedException($"The registry has {name} already, as {there.Id}; this is {id}. A release never changes: take the next version.");
    }

    private string Login => $"docker login {options.Registry!.Split('/')[0]}";

    private static bool IsAbsent(CommandResult pulled) =>
        pulled.Error.Contains("not found", StringComparison.OrdinalIgnoreCase) || pulled.Error.Contains("manifest unknown", StringComparison.OrdinalIgnoreCase);

    private static bool IsDenied(CommandResult pulled) => pulled.Error.Contains("denied", StringComparison.OrdinalIgnoreCase);
}
