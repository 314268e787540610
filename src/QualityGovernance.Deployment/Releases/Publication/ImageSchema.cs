using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>The last migration of an image, asked of the image itself, which needs neither a database nor a network for it.</summary>
internal static class ImageSchema
{
    public static async Task<string> HeadAsync(ContainerEngine engine, string image, string release, CancellationToken cancellation)
    {
        var run = new ContainerRun(image, Labels.For(Purposes.Environment)) { Entrypoint = "dotnet", Command = ["/app/QualityGovernance.Migrations.dll", "status", "--head"] };
        var result = await engine.RunContainerAsync(run, cancellation: cancellation);
        return result.Succeeded && result.Output.Trim() is { Length: > 0 } head
            ? head
            : throw new DeploymentException($"The migrations program of {release} does not say which migration is its last (exit code {result.ExitCode}): {result.LastWords(2)}");
    }
}
