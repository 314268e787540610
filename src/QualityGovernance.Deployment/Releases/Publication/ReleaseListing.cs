using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Releases.Vouching;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>Tells which releases are here: <c>./build.sh ListReleases</c>.</summary>
/// <param name="store">Where they are written down.</param>
/// <param name="trusted">Whose signatures count.</param>
/// <param name="console">Hears it.</param>
public sealed class ReleaseListing(ReleaseStore store, TrustedKeys trusted, IRunConsole console)
{
    /// <returns>The exit code: 1 where a record cannot be read, or a release is not what was signed.</returns>
    public int Tell()
    {
        var tags = store.List();
        if (tags.Count == 0)
            console.Line(RunLevel.Normal, $"No release is in {store.Folder}. Next: ./build.sh Publish --tag v1.0.0");
        return tags.Select(Tell).ToList().Contains(false) ? 1 : 0;
    }

    private bool Tell(ReleaseTag tag)
    {
        try
        {
            var release = store.Find(tag)!;
            console.Line(RunLevel.Normal, $"{tag}: {release.ImageId}");
            console.Line(RunLevel.Normal, $"  Commit {release.Commit}, on {release.BaseKind} base images, rehearsed in {release.RehearsalRun}, published {release.Created:u}");
            console.Line(RunLevel.Normal, $"  Last migration: {release.SchemaHead ?? "not written down"}");
            var signature = ReleaseSeal.Read(store.FolderOf(tag), release, trusted);
            console.Line(signature.Holds ? RunLevel.Normal : signature.Wrong.Count > 0 ? RunLevel.Error : RunLevel.Warning, $"  Signature: {signature}");
            foreach (var place in new[] { release.Reference, release.Archive is { } archive ? Path.Combine(store.FolderOf(tag), archive) : null }.OfType<string>())
                console.Line(RunLevel.Normal, $"  In {place}");
            return signature.Wrong.Count == 0;
        }
        catch (DeploymentException e)
        {
            console.Line(RunLevel.Error, $"{tag}: {e.Message} Copy the folder of the release again from where it was published.");
            return false;
        }
    }
}
