using QualityGovernance.Web.Features.Standards.Controls;

namespace QualityGovernance.Web.Features.Standards.Applicability;

/// <summary>Every active control of a standard, whether it applies, why, and how far it is implemented: ISO 27001, 6.1.3 d.</summary>
/// <param name="StandardId">Of the standard.</param>
/// <param name="Code">Of the standard.</param>
/// <param name="Name">Of the standard.</param>
/// <param name="Version">Of the standard.</param>
/// <param name="TotalControls">Applicable ones and the others.</param>
/// <param name="ApplicableControls">Those to implement.</param>
/// <param name="NotApplicableControls">Those excluded.</param>
/// <param name="ByImplementationStatus">Applicable controls; those that nobody has judged yet under not_assessed.</param>
/// <param name="WithoutJustification">Applicable controls that do not say why they are included, which an auditor will ask for.</param>
/// <param name="Controls">In the order of their numbers.</param>
public sealed record StatementOfApplicability(
    int StandardId,
    string Code,
    string Name,
    string Version,
    int TotalControls,
    int ApplicableControls,
    int NotApplicableControls,
    IReadOnlyDictionary<string, int> ByImplementationStatus,
    int WithoutJustification,
    IReadOnlyList<ApplicabilityLine> Controls)
{
    private const string NotAssessed = "not_assessed";

    internal static StatementOfApplicability Of(StandardResponse standard, IReadOnlyList<ApplicabilityLine> lines)
    {
        var applicable = lines.Where(line => line.IsApplicable).ToList();
        var counts = EnumNames.All<ImplementationStatus>().Append(NotAssessed).ToDictionary(name => name, _ => 0);
        foreach (var line in applicable) counts[line.ImplementationStatus is { } status ? EnumNames.Of(status) : NotAssessed]++;
        return new(
            standard.Id,
            standard.Code,
            standard.Name,
            standard.Version,
            lines.Count,
            applicable.Count,
            lines.Count - applicable.Count,
            counts,
            applicable.Count(line => string.IsNullOrWhiteSpace(line.ApplicabilityJustification)),
            [.. lines.OrderBy(line => line.ControlNumber, NumberOrder.Instance).ThenBy(line => line.ControlId)]);
    }
}
