using Nuke.Common;
using QualityGovernance.Deployment.Rehearsal;

/// <summary>Whether the receipts of a run are whole, and what they add up to.</summary>
interface IVerifyRun : IHasRunName, IHasConsole
{
    Target VerifyRun => _ => _
        .Description("Verifies the receipts of a run: finds every line that was changed, removed, inserted or reordered. Exits with the verdict's code")
        .Requires(() => RunName)
        .Executes(() => ExitCode = RunVerification.Verify(RunsDirectory, RunName, RunConsole));
}
