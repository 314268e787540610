using System;
using Nuke.Common;
using Nuke.Components;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Releases.Publication;

/// <summary>Makes a release out of what was rehearsed.</summary>
interface IPublish : IHasTag, IHasProcedures
{
    [Parameter("Publish: the container registry to push to, as host:port/path. Without one, the release is an archive of the image")]
    string Registry => TryGetValue(() => Registry);

    [Parameter("Publish: releases an image on base images that this machine made from its own packages")]
    bool AllowStandInBase => TryGetValue<bool?>(() => AllowStandInBase) ?? false;

    Target Publish => _ => _
        .Description("Gives the image that was rehearsed the name of a release, in a registry or as an archive with checksums, and reads it back")
        .Requires(() => Tag)
        .Executes(() => ProcedureAsync("Publish", nextCommand: null, session =>
            new Publishing(
                new PublicationOptions(RootDirectory, RunsDirectory, ReleaseTag.Parse(Tag), Registry, AllowStandInBase),
                new Machine(),
                new ReleaseStore(ArtifactsDirectory / "releases"),
                TimeProvider.System).RunAsync(session, Cancellation)));

    Target ListReleases => _ => _
        .Description("Lists the releases that are here: image, commit, last migration, rehearsal, and where each is")
        .Executes(() => ExitCode = new ReleaseListing(new ReleaseStore(ArtifactsDirectory / "releases"), RunConsole).Tell());
}
