using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Releases.Vouching;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>Where a release that was recorded comes from.</summary>
internal static class ReleaseProvenance
{
    /// <param name="store">Has the release.</param>
    /// <param name="options">As it is published now.</param>
    /// <param name="publication">The run that publishes it.</param>
    /// <exception cref="DeploymentException">The record of its rehearsal is gone or was changed.</exception>
    public static Statement Of(ReleaseStore store, PublicationOptions options, RunId publication)
    {
        var manifest = store.Require(options.Tag);
        var record = RunVerifier.Read(Run.Find(options.RunsFolder, manifest.RehearsalRun));
        if (record.Problems is [var problem, ..])
            throw new DeploymentException($"The record of the rehearsal {manifest.RehearsalRun} is not as it was written: {problem}", $"./build.sh VerifyRun --run {manifest.RehearsalRun}");
        var delivered = store.ChecksumsOf(options.Tag) ?? ChecksumList.Of(options.Root);
        var parameters = new Dictionary<string, string>
        {
            ["tag"] = options.Tag.Name,
            ["to"] = options.Registry ?? "an archive",
            ["allow-stand-in-base"] = options.AllowStandInBase ? "yes" : "no",
            ["require-signature"] = options.RequireSignature ? "yes" : "no",
        };
        return new Provenance(record, ReleaseSeal.SubjectsOf(store.FolderOf(options.Tag), manifest), delivered.Entries.ToDictionary(entry => entry.Path, entry => entry.Sha256), parameters)
        {
            Publication = publication,
        }.ToStatement();
    }
}
