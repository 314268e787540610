using QualityGovernance.Deployment.Documents.Variables;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Probing;

namespace QualityGovernance.Deployment.Documents.Inventory;

/// <summary>Asks an image what it is: the engine how it is set up, its programs what they can do, and the service, started for a moment, which addresses it serves.</summary>
/// <param name="engine">Has the image.</param>
/// <param name="time">For waiting.</param>
internal sealed class ImageInterview(ContainerEngine engine, TimeProvider time)
{
    public const string MigrationsProgram = "/app/QualityGovernance.Migrations.dll";

    private const string Description = "/openapi/v1.json";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private static IReadOnlyDictionary<string, string> Marks => Labels.For(Purposes.Document);

    /// <exception cref="DeploymentException">The image is not there, or gives no answer.</exception>
    public async Task<ImageAnswers> AskAsync(string image, CancellationToken cancellation = default)
    {
        var inspected = await engine.RunAsync(["image", "inspect", image], cancellation: cancellation);
        if (!inspected.Succeeded)
            throw new DeploymentException($"There is no image {image} to take an inventory of: {inspected.LastWords(1)}", "./build.sh Rehearsal --cached");
        return new(
            ImageSetup.Read(inspected.Output),
            await SayAsync(image, entrypoint: null, ["--help"], cancellation),
            await SayAsync(image, "dotnet", [MigrationsProgram, "--help"], cancellation),
            ServiceDescription.Read(await SayAsync(image, entrypoint: null, [ServiceDescription.Command, "--json"], cancellation)),
            OpenRoute.ReadAll(await ServedAsync(image, cancellation)));
    }

    private async Task<string> SayAsync(string image, string? entrypoint, IReadOnlyList<string> command, CancellationToken cancellation)
    {
        var said = await engine.RunContainerAsync(new ContainerRun(image, OrphanedContainers.Owned(Marks)) { Entrypoint = entrypoint, Command = command }, cancellation: cancellation);
        return said.Succeeded && said.Output.Trim().Length > 0
            ? said.Output
            : throw new DeploymentException($"The image {image} ended \"{string.Join(' ', command)}\" with exit code {said.ExitCode} and said: {said.LastWords(2)}");
    }

    /// <summary>Needs no schema: the database is a file that does not exist yet, and only what is served is asked for.</summary>
    private async Task<string> ServedAsync(string image, CancellationToken cancellation)
    {
        await OrphanedContainers.RemoveAsync(engine, Marks, cancellation);
        var run = new ContainerRun(image, OrphanedContainers.Owned(Marks))
        {
            Detached = true,
            Environment = new Dictionary<string, string> { ["APP_ENV"] = "development", ["DATABASE_URL"] = "sqlite:////tmp/qgp.db" },
            Network = "bridge",
            Options = ["--publish", "127.0.0.1::8000", "--memory", "512m", "--pids-limit", "200"],
        };
        var started = await engine.RunContainerAsync(run, cancellation: cancellation);
        if (!started.Succeeded)
            throw new DeploymentException($"The image {image} could not be started: {started.LastWords(1)}");
        var id = started.Output.Trim();
        try
        {
            var address = (await engine.CheckedAsync(["port", id, "8000/tcp"], cancellation: cancellation)).Output.Split('\n')[0].Trim();
            using var client = new HttpClient { BaseAddress = new Uri($"http://{address}"), Timeout = TimeSpan.FromSeconds(10) };
            var text = "";
            await new Poll(time).UntilAsync($"The service of {image}", LookAsync, Limit, Interval, cancellation: cancellation);
            return text;

            async Task<ProbeResult> LookAsync(CancellationToken token)
            {
                try
                {
                    text = await client.GetStringAsync(new Uri(Description, UriKind.Relative), token);
                    return ProbeResult.Ready("it answers");
                }
                catch (HttpRequestException e)
                {
                    return await engine.ContainerAsync(id, token) is { IsRunning: true }
                        ? ProbeResult.NotYet(e.Message)
                        : ProbeResult.Hopeless($"its container has ended: {string.Join(' ', await engine.LogsAsync(id, 3, token))}");
                }
            }
        }
        finally
        {
            await engine.RemoveContainerAsync(id, CancellationToken.None);
        }
    }
}
