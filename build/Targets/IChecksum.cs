using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Releases.Publication;

/// <summary>Checksums of the files that decide what is built and deployed.</summary>
interface IChecksum : IHasTag, IHazArtifacts, IHasConsole
{
    AbsolutePath ChecksumsFile => ArtifactsDirectory / ChecksumList.FileName;

    Target Checksums => _ => _
        .Description("Writes the SHA-256 of Dockerfile, compose and stack files, example of variables, lock files and workflows, as sha256sum -c reads them")
        .Produces(ChecksumsFile)
        .Executes(() => new ChecksumFile(RootDirectory, RunConsole).Write(ChecksumsFile));

    Target VerifyChecksums => _ => _
        .Description("Names each delivered file that was changed, is missing or was added since Checksums; with --tag, since that release was published. Exit code 1 where there is one")
        .After(Checksums)
        .Executes(() => ExitCode = new ChecksumFile(RootDirectory, RunConsole).Verify(
            Tag is null ? ChecksumsFile : new ReleaseStore(ArtifactsDirectory / "releases").ChecksumsPath(ReleaseTag.Parse(Tag))));
}
