namespace QualityGovernance.Web.Features.Standards.Controls;

/// <summary>What both a new control and a changed one must hold to.</summary>
internal static class ControlRules
{
    /// <summary>ISO 27001, 6.1.3 d: the statement of applicability says why a control is excluded.</summary>
    public static FieldErrors Justified(this FieldErrors errors, bool isApplicable, string? justification) =>
        errors.Require(isApplicable || !string.IsNullOrWhiteSpace(justification), "applicability_justification", "A control that is not applicable needs a justification.");

    public static ProblemHttpResult Taken(string number) => ApiProblem.Conflict($"Another control of the clause has the number {number}. Choose another one, or update that control.");
}
