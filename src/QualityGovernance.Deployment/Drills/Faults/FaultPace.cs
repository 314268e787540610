using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>How long cells take: as those did that were run, and before there are any, as it was measured on two processors.</summary>
internal static class FaultPace
{
    /// <summary>Of an environment with two releases, or of a sandbox. Each is made once.</summary>
    private static readonly TimeSpan Preparation = TimeSpan.FromSeconds(60);

    /// <summary>Of cells of which none was run yet.</summary>
    public static TimeSpan Of(IReadOnlyList<FaultCell> cells) => Preparation + Left(cells, []);

    /// <param name="left">Not run yet.</param>
    /// <param name="receipts">Of those that were.</param>
    public static TimeSpan Left(IReadOnlyList<FaultCell> left, IReadOnlyList<Receipt> receipts)
    {
        var measured = receipts.Select(receipt => (Name: receipt.Name.Split('.'), receipt.Duration.TotalSeconds)).ToList();
        return TimeSpan.FromSeconds(left.Sum(cell =>
            Median(measured.Where(one => one.Name[0] == cell.Procedure && one.Name[^1] == cell.Kind.ToString()))
            ?? Median(measured.Where(one => one.Name[0] == cell.Procedure))
            ?? Typical(cell)));
    }

    /// <summary>The middle one: the first cell on a ground has it prepared, and takes a minute longer than all others.</summary>
    private static double? Median(IEnumerable<(string[] Name, double TotalSeconds)> measured)
    {
        var seconds = measured.Select(one => one.TotalSeconds).Order().ToList();
        return seconds.Count == 0 ? null : seconds[(seconds.Count - 1) / 2];
    }

    private static double Typical(FaultCell cell) => cell.Procedure switch { FaultPlan.Rehearsal => 10, FaultPlan.ResetDrill => 45, _ => 20 };
}
