using Nuke.Common.IO;
using Nuke.Components;

/// <summary>Where runs leave their receipts.</summary>
interface IHasRuns : IHazArtifacts
{
    AbsolutePath RunsDirectory => ArtifactsDirectory / "runs";
}
