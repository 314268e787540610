using System.IO.Enumeration;

namespace QualityGovernance.Deployment.Scanning.Waivers;

/// <summary>A finding that is known to be wrong, and that somebody answers for until a day. What is not wrong here at all is an <see cref="Allowance"/>.</summary>
/// <param name="Finding">The rule, the advisory or the item of the benchmark.</param>
/// <param name="Where">Where it is; * stands for anything.</param>
/// <param name="Reason">Why it may stay that long.</param>
/// <param name="By">Who answers for it.</param>
/// <param name="Until">The last day that it counts.</param>
internal sealed record Waiver(string Finding, string Where, string Reason, string By, DateOnly Until)
{
    public bool Covers(Finding finding) => Finding == finding.Rule && FileSystemName.MatchesSimpleExpression(Where, finding.Where, ignoreCase: false);

    public override string ToString() => $"{Finding} at {Where}: {Reason.TrimEnd('.')}. By {By}, until {Until:yyyy-MM-dd}";
}
