using Nuke.Common;
using Nuke.Common.IO;
using QualityGovernance.Deployment.Evidence.Packs;

/// <summary>What a run showed, for those who have to accept it.</summary>
interface IMakeEvidence : IHasRunName, IHasConsole
{
    AbsolutePath EvidenceDirectory => ArtifactsDirectory / "evidence";

    Target Evidence => _ => _
        .Description("Makes the acceptance pack of a run, of the newest rehearsal unless --run names another: Markdown, HTML, JSON, receipts, logs, checksums. Exits with the verdict's code")
        .Produces(EvidenceDirectory / "*" / "*")
        .Executes(() => ExitCode = AcceptancePack.Make(RunsDirectory, RunName, EvidenceDirectory, RunConsole));
}
