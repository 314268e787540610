namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>Which options a question of a type may have.</summary>
internal static class OptionRules
{
    public const int Most = 200;
    public const int Longest = 200;

    public static void Check(FieldErrors errors, IReadOnlyList<QuestionOption?>? options, QuestionType type)
    {
        var count = options?.Count ?? 0;
        if (!type.IsChoice() && !type.IsTwoWay())
        {
            errors.Require(count == 0, "options", "This is for questions that are answered by choosing: checkbox, radio, dropdown, yes_no and pass_fail.");
            return;
        }

        var least = type switch { QuestionType.Checkbox => 1, QuestionType.Radio or QuestionType.Dropdown => 2, _ => 0 };
        errors.Require(count >= least, "options", $"At least {least} are needed.");
        for (var index = 0; index < Math.Min(count, Most); index++) One(errors, options![index], $"options[{index}]", type);
        errors.Require(options is null || options.Select(option => option?.Value).Distinct(StringComparer.Ordinal).Count() == count, "options", "Two options have the same value.");
    }

    private static void One(FieldErrors errors, QuestionOption? option, string field, QuestionType type)
    {
        if (option is null)
        {
            errors.Add(field, "This is required.");
            return;
        }

        errors.Members(option, field)
            .Require(!type.IsTwoWay() || option.Value is null || type.Ways().Contains(option.Value), $"{field}.value", $"This must be one of {string.Join(", ", type.Ways())}.")
            .Require(option.FindingSeverity is null || option.TriggersFinding, $"{field}.finding_severity", "This is for an option that triggers a finding.");
    }
}
