using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Rehearsal;

/// <summary>What came of a rehearsal, read back from its receipts.</summary>
/// <param name="Verdict">Computed from the receipts.</param>
/// <param name="Run">Where everything is recorded.</param>
/// <param name="Reports">Paths of the reports.</param>
public sealed record RehearsalResult(Verdict Verdict, Run Run, IReadOnlyList<string> Reports)
{
    /// <summary>0: all eight steps were observed. 1: something failed. 3: incomplete.</summary>
    public int ExitCode => Verdict.ExitCode;
}
