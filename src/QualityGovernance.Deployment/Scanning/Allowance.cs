using System.IO.Enumeration;

namespace QualityGovernance.Deployment.Scanning;

/// <summary>A finding that somebody looked at and let stand.</summary>
/// <param name="Rule">The rule of the finding.</param>
/// <param name="Where">Where it is; * stands for anything.</param>
/// <param name="Reason">Why it may stand.</param>
/// <param name="Expires">The last day it counts; null where the reason does not pass.</param>
internal sealed record Allowance(string Rule, string Where, string Reason, DateOnly? Expires)
{
    public bool Covers(Finding finding) => Rule == finding.Rule && FileSystemName.MatchesSimpleExpression(Where, finding.Where, ignoreCase: false);

    public override string ToString() => $"{Rule} at {Where}";
}
