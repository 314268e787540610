using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Images;

/// <summary>Builds the product's image, with the classic builder or BuildKit, whichever the client has.</summary>
/// <param name="engine">Builds.</param>
/// <param name="time">Tells leftovers of earlier builds from builds that are under way.</param>
public sealed class ImageBuilder(ContainerEngine engine, TimeProvider? time = null)
{
    /// <summary>Known to both builders without being declared, and left out of the image's history.</summary>
    private static readonly string[] Proxies = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"];

    /// <param name="request">What to build.</param>
    /// <param name="onLine">Hears what the builder prints.</param>
    /// <param name="cancellation">Stops the build.</param>
    /// <exception cref="DeploymentException">It failed, or the image is not what was asked for.</exception>
    public async Task<BuiltImage> BuildAsync(ImageBuildRequest request, Action<string>? onLine = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var command = new Command(engine.Client, Arguments(request)) { WorkingDirectory = request.Repository, Timeout = request.Timeout };
        var result = await engine.Runner.RunAsync(command, onLine, cancellation);
        if (!result.Succeeded)
            throw new DeploymentException($"The image {request.Tag} could not be built (exit code {result.ExitCode}):\n{Failure(result)}", $"cd {request.Repository} && {command}");
        var image = await engine.ImageAsync(request.Tag, cancellation)
            ?? throw new DeploymentException($"The build of {request.Tag} ended well, and the engine does not have that image.", $"{engine.Client} image ls");
        var built = new BuiltImage(
            request.Tag,
            image.Id,
            image.SizeBytes,
            request.Bases.Kind,
            image.Labels.GetValueOrDefault(Labels.BuildId, ""),
            image.Labels.GetValueOrDefault(Labels.Version, ""),
            image.Labels.GetValueOrDefault(Labels.Revision, ""),
            result.Duration);
        Compare(built, image, request);
        await new NamelessImages(engine, time ?? TimeProvider.System).RemoveAsync(request.Timeout, cancellation);
        return built;
    }

    private static IReadOnlyList<string> Arguments(ImageBuildRequest request)
    {
        var values = new Dictionary<string, string>
        {
            ["SDK_IMAGE"] = request.Bases.Sdk,
            ["RUNTIME_IMAGE"] = request.Bases.Runtime,
            ["VERSION"] = request.Version,
            ["COMMIT"] = request.Commit,
            ["BUILD_ID"] = request.BuildId,
            ["BASE_KIND"] = request.Bases.Kind.Word(),
        };
        return
        [
            // A name of our own is here or nowhere, and an official one is given by its digest: no registry needs to be asked.
            "build", "--pull=false",

            // The classic builder leaves the container of an instruction that failed, unless told so.
            "--force-rm",
            "--file", request.Dockerfile, "--tag", request.Tag,
            .. request.Cached ? Array.Empty<string>() : ["--no-cache"],
            .. values.Concat(request.Arguments).SelectMany(value => new[] { "--build-arg", $"{value.Key}={value.Value}" }),

            // By name only: their values are taken from this process and stand in no list of processes.
            .. Proxies.Where(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 }).SelectMany(name => new[] { "--build-arg", name }),
            .. request.Labels.SelectMany(label => new[] { "--label", $"{label.Key}={label.Value}" }),
            ".",
        ];
    }

    /// <summary>Compilers name their errors on standard output; the builder itself speaks on standard error.</summary>
    private static string Failure(CommandResult result)
    {
        var errors = result.Output.Split('\n').Concat(result.Error.Split('\n')).Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).Distinct().TakeLast(10).ToList();
        return errors.Count > 0 ? string.Join('\n', errors) : result.LastWords(10);
    }

    /// <summary>A Dockerfile that lost a label would make every later comparison meaningless.</summary>
    private static void Compare(BuiltImage built, ImageFacts image, ImageBuildRequest request)
    {
        var differences = new List<string>();
        void Same(string what, string? found, string wanted)
        {
            if (found != wanted)
                differences.Add($"{what} is \"{found}\" and should be \"{wanted}\"");
        }

        Same("its build id", built.BuildId, request.BuildId);
        Same("its version", built.Version, request.Version);
        Same("its commit", built.Commit, request.Commit);
        Same("its base kind", image.Labels.GetValueOrDefault(Labels.BaseKind), request.Bases.Kind.Word());
        Same("its project", image.Labels.GetValueOrDefault(Labels.Project), Labels.ProjectName);
        if (image.User is "" or "root" or "0" || image.User.StartsWith("0:", StringComparison.Ordinal))
            differences.Add($"it would run as root (user \"{image.User}\")");
        if (image.HealthCheck.Count == 0)
            differences.Add("it has no health check");
        if (differences.Count > 0)
            throw new DeploymentException($"The image {built.Tag} is not what was asked for: {string.Join("; ", differences)}. Correct {request.Dockerfile}.");
    }
}
