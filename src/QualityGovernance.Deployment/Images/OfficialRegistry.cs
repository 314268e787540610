using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Images;

/// <summary>Gets official images through the engine, which knows its mirrors and proxies, and says by which digest.</summary>
public sealed class OfficialRegistry(ContainerEngine engine, Action<string>? detail = null)
{
    /// <summary>A registry that can be reached says its first word well within this time; in a closed network nothing ever comes.</summary>
    private static readonly TimeSpan FirstWord = TimeSpan.FromSeconds(15);

    /// <summary>An SDK image over a slow line.</summary>
    private static readonly TimeSpan Download = TimeSpan.FromMinutes(20);

    /// <returns>The image by digest, where the engine has it; no registry is asked.</returns>
    public async Task<string?> PresentAsync(string reference, CancellationToken cancellation = default) =>
        await engine.ImageAsync(reference, cancellation) is { } image ? DigestOf(image, reference) : null;

    /// <returns>The image by digest, or why it cannot be had.</returns>
    public async Task<(string? Digest, string Reason)> ResolveAsync(string reference, CancellationToken cancellation = default)
    {
        var reason = await PullAsync(reference, cancellation);
        var digest = await PresentAsync(reference, cancellation);
        return (digest, reason ?? $"the engine has {reference} without a digest");
    }

    /// <returns>Why it failed, or null.</returns>
    private async Task<string?> PullAsync(string reference, CancellationToken cancellation)
    {
        using var silence = new CancellationTokenSource(FirstWord);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellation);
        try
        {
            var result = await engine.RunAsync(["pull", reference], Heard, Download, either.Token);
            return result.Succeeded ? null : result.LastWords(1);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"no answer within {FirstWord.TotalSeconds:0} s";
        }
        catch (CommandTimedOutException e)
        {
            return e.Message;
        }

        void Heard(string line)
        {
            silence.CancelAfter(Timeout.InfiniteTimeSpan);
            detail?.Invoke(line);
        }
    }

    private static string? DigestOf(ImageFacts image, string reference)
    {
        var repository = reference.LastIndexOf(':') is var at && at > reference.LastIndexOf('/') ? reference[..at] : reference;
        return image.RepositoryDigests.FirstOrDefault(digest => digest.StartsWith(repository + "@", StringComparison.Ordinal));
    }
}
