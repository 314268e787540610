using Nuke.Common.IO;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence;

/// <summary>Where acceptance packs are kept, and what is done with them.</summary>
interface IHasEvidence : IHasRunName, IHasCommands, IHasConsole
{
    AbsolutePath EvidenceDirectory => ArtifactsDirectory / "evidence";

    EvidenceOperations EvidenceWork => new(new EvidenceOptions(RootDirectory, RunsDirectory, EvidenceDirectory), new Machine(), Secrets, RunConsole);
}
