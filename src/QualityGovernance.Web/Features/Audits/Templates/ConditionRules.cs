using System.Globalization;
using System.Text.Json;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What the conditions of a question must hold to: they name other questions of the template, ask what those can answer, and don't run in a circle.</summary>
internal static class ConditionRules
{
    public const int Most = 20;
    private const int LongestValue = 1_000;

    /// <summary>What can be told by the conditions alone.</summary>
    public static void CheckForm(FieldErrors errors, IReadOnlyList<ConditionalLogicRule?>? rules)
    {
        if (rules is null) return;
        for (var index = 0; index < Math.Min(rules.Count, Most); index++)
        {
            var (rule, field) = (rules[index], Field(index));
            if (rule is null) errors.Add(field, "This is required.");
            else errors.Members(rule, field);
            if (rule?.Operator is { } asked) Value(errors, asked, rule.Value, $"{field}.value");
        }
    }

    /// <param name="errors">Of the request.</param>
    /// <param name="rules">Well-formed, see <see cref="CheckForm"/>.</param>
    /// <param name="questionId">Whose conditions they are; null for a question that is new.</param>
    /// <param name="questions">Of the template.</param>
    public static void CheckSources(FieldErrors errors, IReadOnlyList<ConditionalLogicRule> rules, int? questionId, IReadOnlyList<AuditQuestion> questions)
    {
        for (var index = 0; index < rules.Count; index++)
        {
            var (rule, field) = (rules[index], Field(index));
            if (rule.SourceQuestionId == questionId)
                errors.Add($"{field}.source_question_id", "A question can't depend on itself.");
            else if (questions.FirstOrDefault(question => question.Id == rule.SourceQuestionId) is not { } source)
                errors.Add($"{field}.source_question_id", $"The template has no question {rule.SourceQuestionId}.");
            else if (questionId is { } id && DependsOn(source, id, questions))
                errors.Add($"{field}.source_question_id", $"The question {source.Id} depends on this one already.");
            else if (Misfit(rule, source) is { } misfit)
                errors.Add($"{field}.{misfit.Member}", misfit.Message);
        }
    }

    /// <summary>What a condition asks that its source can't answer.</summary>
    public static (string Member, string Message)? Misfit(ConditionalLogicRule rule, AuditQuestion source)
    {
        var type = source.QuestionType;
        var fits = rule.Operator switch
        {
            ConditionOperator.GreaterThan or ConditionOperator.LessThan => type.IsNumber() || type.IsDate(),
            ConditionOperator.Contains => type.IsText() || type.IsChoice(),
            ConditionOperator.Equals or ConditionOperator.NotEquals => !type.IsFile() && type != QuestionType.Signature,
            _ => true,
        };
        if (!fits) return ("operator", $"A question of the type {EnumNames.Of(type)} can't be asked this.");
        if (rule.Operator is ConditionOperator.IsEmpty or ConditionOperator.IsNotEmpty) return null;
        if (type.IsNumber() && rule.Value?.ValueKind != JsonValueKind.Number) return ("value", "This must be a number.");
        if (type.IsDate() && Date(rule.Value) is null) return ("value", "This must be a date of ISO 8601.");
        var offered = type.IsTwoWay() ? type.Ways() : type.IsChoice() ? source.Options?.Select(option => option.Value!).ToList() : null;
        var isTruth = type.IsTwoWay() && rule.Value?.ValueKind is JsonValueKind.True or JsonValueKind.False;
        return offered is null || isTruth || (rule.Value is { ValueKind: JsonValueKind.String } value && offered.Contains(value.GetString()!))
            ? null
            : ("value", $"This must be one of {string.Join(", ", offered)}.");
    }

    public static DateTimeOffset? Date(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text
        && DateTimeOffset.TryParse(text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;

    private static void Value(FieldErrors errors, ConditionOperator asked, JsonElement? value, string field)
    {
        if (asked is ConditionOperator.IsEmpty or ConditionOperator.IsNotEmpty)
        {
            errors.Require(value is null, field, "This operator compares with nothing.");
            return;
        }

        switch (value?.ValueKind)
        {
            case null:
                errors.Add(field, "This is required.");
                break;
            case JsonValueKind.String when JsonTexts.TryRead(value.Value, out var text):
                errors.Text(field, text, max: LongestValue);
                break;
            case JsonValueKind.Number when value.Value.TryGetDouble(out var number) && Math.Abs(number) <= AuditBounds.LargestValue:
            case JsonValueKind.True or JsonValueKind.False:
                break;
            default:
                errors.Add(field, "This must be a text, a truth value, or a number that is not too large.");
                break;
        }
    }

    private static bool DependsOn(AuditQuestion question, int sought, IReadOnlyList<AuditQuestion> questions)
    {
        var seen = new HashSet<int>();
        var open = new Stack<AuditQuestion>([question]);
        while (open.TryPop(out var next))
        {
            if (next.Id == sought) return true;
            if (!seen.Add(next.Id)) continue;
            foreach (var source in questions.Where(candidate => next.ConditionalLogic?.Any(rule => rule.SourceQuestionId == candidate.Id) == true)) open.Push(source);
        }

        return false;
    }

    private static string Field(int index) => $"conditional_logic[{index}]";
}
