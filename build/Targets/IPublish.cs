using System;
using Nuke.Common;
using Nuke.Components;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Releases.Publication;

/// <summary>Makes a release out of what was rehearsed.</summary>
interface IPublish : IHasTag, IHasProcedures
{
    [Parameter("Publish: the container registry to push to, as host:port/path. Without one, the release is an archive of the image")]
    string Registry => TryGetValue(() => Registry);

    [Parameter("Publish: releases an image on base images that this machine made from its own packages")]
    bool AllowStandInBase => TryGetValue<bool?>(() => AllowStandInBase) ?? false;

    [Parameter("Publish: refuses a release that no key in .nuke/trust signs. Without it, one that there is no key for is published unsigned, and ends as incomplete")]
    bool RequireSignature => TryGetValue<bool?>(() => RequireSignature) ?? false;

    Target Publish => _ => _
        .Description("Gives the image that was rehearsed the name of a release, in a registry or as an archive with checksums, reads it back, and signs where it comes from with QGP_SIGNING_KEY, QGP_SIGNING_KEY_FILE or .nuke/keys/signing.pem")
        .Requires(() => Tag)
        .Executes(() => ProcedureAsync("Publish", nextCommand: null, async session =>
        {
            var options = new PublicationOptions(RootDirectory, RunsDirectory, ReleaseTag.Parse(Tag), Registry, AllowStandInBase) { RequireSignature = RequireSignature };
            var keys = new SigningKeySource(RootDirectory, new Machine(), Secrets);
            using var key = keys.IsThere ? keys.Read() : null;
            return await new Publishing(options, new Machine(), new ReleaseStore(ArtifactsDirectory / "releases"), TimeProvider.System, key).RunAsync(session, Cancellation);
        }));

    Target ListReleases => _ => _
        .Description("Lists the releases that are here: image, commit, last migration, rehearsal, who has signed it, and where each is")
        .Executes(() => ExitCode = new ReleaseListing(new ReleaseStore(ArtifactsDirectory / "releases"), TrustedKeys.Read(RootDirectory / TrustedKeys.Folder), RunConsole).Tell());
}
