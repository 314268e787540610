using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Publication;

namespace QualityGovernance.Deployment.Drills.Faults.Grounds;

/// <summary>Releases that are published for a drill, each made from the image that is drilled.</summary>
/// <param name="engine">Makes them.</param>
/// <param name="store">Where they are published.</param>
/// <param name="stack">Of the drill, for their names and labels.</param>
/// <param name="time">For their manifests.</param>
internal sealed class GroundReleases(ContainerEngine engine, ReleaseStore store, string stack, TimeProvider time)
{
    private const string Repository = "quality-governance-faults";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="tag">Of the release.</param>
    /// <param name="image">That it is made from.</param>
    /// <param name="migrations">A folder with another migrations program; null for the image's own.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task PublishAsync(string tag, string image, string? migrations, CancellationToken cancellation)
    {
        var facts = await engine.ImageAsync(image, cancellation) ?? throw new DeploymentException($"The image {image} is not on the engine.", "./build.sh Rehearsal");
        var manifest = new ReleaseManifest
        {
            Tag = tag,
            Version = tag[1..],
            Commit = facts.Labels[Labels.Revision],
            BuildId = $"{stack}-{tag}",
            ImageId = "",
            BaseKind = facts.Labels[Labels.BaseKind],
            RehearsalRun = "none",
            Created = time.GetUtcNow(),
        };
        var context = Directory.CreateTempSubdirectory("qgp-faults-").FullName;
        try
        {
            foreach (var file in migrations is null ? [] : Directory.EnumerateFiles(migrations, "QualityGovernance.Migrations.*"))
                File.Copy(file, Path.Combine(context, Path.GetFileName(file)));
            await File.WriteAllTextAsync(Path.Combine(context, "Dockerfile"), Dockerfile(image, migrations is not null, manifest), cancellation);
            await engine.CheckedAsync(["build", "--quiet", "--tag", NameOf(tag), context], timeout: Patience, cancellation: cancellation);
        }
        finally
        {
            Directory.Delete(context, recursive: true);
        }

        // Unsigned, as an environment that is not production takes it: nobody vouches for what a drill has made itself.
        var release = ReleaseTag.Parse(tag);
        store.Begin(release);
        store.Keep(release, manifest with { ImageId = (await engine.ImageAsync(NameOf(tag), cancellation))!.Id });
    }

    /// <summary>Removes what was made here, and what a drill left that was killed.</summary>
    public async Task RemoveAllAsync(CancellationToken cancellation)
    {
        var names = await engine.CheckedAsync(["image", "ls", "--format", "{{.Repository}}:{{.Tag}}", "--filter", $"reference={Repository}", "--filter", $"label={Labels.Run}={stack}"], cancellation: cancellation);
        foreach (var name in names.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            await engine.RemoveImageAsync(name, cancellation);
    }

    private string NameOf(string tag) => $"{Repository}:{stack}-{tag}";

    private string Dockerfile(string image, bool copies, ReleaseManifest manifest)
    {
        var labels = Labels.For(Purposes.Drill, stack).Append(new(Labels.BuildId, manifest.BuildId)).Append(new(Labels.Version, manifest.Version));
        return $"""
            FROM {image}
            {(copies ? "COPY QualityGovernance.Migrations.* /app/" : "")}
            ENV QGP_BUILD_ID={manifest.BuildId} QGP_VERSION={manifest.Version}
            LABEL {string.Join(' ', labels.Select(label => $"{label.Key}={label.Value}"))}
            """;
    }
}
