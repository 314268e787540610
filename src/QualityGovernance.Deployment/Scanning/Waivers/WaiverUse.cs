namespace QualityGovernance.Deployment.Scanning.Waivers;

/// <summary>The waivers of one scan, and what each of them covered.</summary>
internal sealed class WaiverUse(WaiverList list)
{
    private readonly Dictionary<Waiver, int> covered = [];

    public WaiverList List => list;

    /// <returns>The waiver that a finding stands under; null where there is none.</returns>
    public Waiver? For(Finding finding) => list.Open.FirstOrDefault(one => one.Covers(finding));

    public void Count(Waiver waiver) => covered[waiver] = Covered(waiver) + 1;

    public int Covered(Waiver waiver) => covered.GetValueOrDefault(waiver);
}
