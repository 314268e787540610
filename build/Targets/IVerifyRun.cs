using Nuke.Common;
using QualityGovernance.Deployment.Rehearsal;

/// <summary>Whether the receipts of a run are whole, and what they add up to.</summary>
interface IVerifyRun : IHasRuns, IHasConsole
{
    [Parameter("A run, by its id: the name of its folder under artifacts/runs", Name = "Run")]
    string RunToVerify => TryGetValue(() => RunToVerify);

    Target VerifyRun => _ => _
        .Description("Verifies the receipts of a run: finds every line that was changed, removed, inserted or reordered. Exits with the verdict's code")
        .Requires(() => RunToVerify)
        .Executes(() => ExitCode = RunVerification.Verify(RunsDirectory, RunToVerify, RunConsole));
}
