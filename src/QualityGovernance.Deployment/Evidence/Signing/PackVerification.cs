using QualityGovernance.Deployment.Evidence.Approvals;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>What is known of a pack after it was held against everything it states.</summary>
/// <param name="Problems">What is not as it was; each names the file.</param>
/// <param name="Unknown">What could not be told, for example whose signature it is.</param>
/// <param name="Record">The receipts; null where they cannot be read.</param>
/// <param name="Attached">Receipts of other runs that speak of the same image.</param>
/// <param name="SignedBy">The trusted keys that have signed it.</param>
/// <param name="Approvals">Those that hold.</param>
public sealed record PackVerification(
    IReadOnlyList<string> Problems, IReadOnlyList<string> Unknown, RunRecord? Record, IReadOnlyList<RunRecord> Attached, IReadOnlyList<TrustedKey> SignedBy, IReadOnlyList<Approval> Approvals)
{
    /// <summary>What the receipts in the pack add up to; null where they cannot be read.</summary>
    public Verdict? Verdict => Pack?.Verdict;

    /// <summary>As the receipts in the folder give it, without what it was held against in time.</summary>
    public Pack? Pack => Record is null ? null : Packs.Pack.Of(Record, [], Attached);

    /// <summary>0: whole, and signed by a trusted key. 1: changed. 3: whole as far as it can be told.</summary>
    public int ExitCode => Problems.Count > 0 ? 1 : Unknown.Count > 0 ? 3 : 0;
}
