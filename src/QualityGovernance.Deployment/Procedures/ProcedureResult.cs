using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Procedures;

/// <summary>What came of a procedure, read back from its receipts.</summary>
/// <param name="Verdict">Computed from the receipts.</param>
/// <param name="Run">Where everything is recorded.</param>
/// <param name="Reports">Paths of the reports.</param>
/// <param name="Failed">The receipt of the step that stopped it; null where none did.</param>
public sealed record ProcedureResult(Verdict Verdict, Run Run, IReadOnlyList<string> Reports, Receipt? Failed)
{
    /// <summary>0: every step was observed. 1: something failed. 3: incomplete.</summary>
    public int ExitCode => Verdict.ExitCode;

    /// <exception cref="ProcedureFailedException">Something failed.</exception>
    public ProcedureResult RequireNoFailure() => Verdict.Judgement == Judgement.Failed
        ? throw new ProcedureFailedException(Failed is null ? string.Join(" ", Verdict.Reasons) : $"{Failed.Name}: {Failed.Reason}")
        : this;
}
