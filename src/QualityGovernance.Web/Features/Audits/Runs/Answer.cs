using System.Globalization;
using System.Text.Json;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>What a response says, whichever of its members it uses: conditions and scores read this.</summary>
/// <param name="Choices">The values chosen, of options or of the two ways.</param>
/// <param name="Text">Of a text, or what stands for a file or a signature.</param>
/// <param name="Number">On a scale or off it.</param>
/// <param name="Date">An instant; of a date its day counts.</param>
internal sealed record Answer(IReadOnlyList<string> Choices, string? Text = null, double? Number = null, DateTimeOffset? Date = null)
{
    public static Answer None { get; } = new([]);

    public bool IsEmpty => Choices.Count == 0 && string.IsNullOrWhiteSpace(Text) && Number is null && Date is null;

    /// <summary>Nothing for a response that says the question does not apply.</summary>
    public static Answer Of(AuditQuestion question, AuditResponse? response)
    {
        if (response is null or { IsNa: true }) return None;
        var type = question.QuestionType;
        if (type.IsTwoWay()) return Way(type, response);
        if (type.IsChoice()) return new(Chosen(response));
        if (type.IsNumber()) return None with { Number = response.ResponseNumber };
        if (type.IsDate()) return None with { Date = response.ResponseDate };
        if (type.IsText()) return None with { Text = response.ResponseText };
        var evidence = Evidence.Of(response, type);
        var isThere = type == QuestionType.Signature ? evidence.IsSigned : evidence.Attachments.Count > 0;
        return isThere ? None with { Text = response.ResponseValue ?? response.ResponseJson } : None;
    }

    public bool Meets(ConditionalLogicRule rule, QuestionType type) => rule.Operator switch
    {
        ConditionOperator.IsEmpty => IsEmpty,
        // What was not answered is equal to nothing, and different from nothing.
        _ when IsEmpty => false,
        ConditionOperator.IsNotEmpty => true,
        ConditionOperator.Equals => Is(rule.Value, type),
        ConditionOperator.NotEquals => !Is(rule.Value, type),
        ConditionOperator.Contains => Holds(AsText(rule.Value, type)),
        ConditionOperator.GreaterThan => Compare(rule.Value, type) > 0,
        ConditionOperator.LessThan => Compare(rule.Value, type) < 0,
        _ => throw new InvalidOperationException($"The operator {rule.Operator} of a condition is not known."),
    };

    private bool Is(JsonElement? value, QuestionType type)
    {
        if (type.IsNumber() || type.IsDate()) return Compare(value, type) == 0;
        var text = AsText(value, type);
        return Text is null ? Choices.Count == 1 && Choices[0] == text : string.Equals(Text.Trim(), text.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    private bool Holds(string text) => Text is null ? Choices.Contains(text) : Text.Contains(text, StringComparison.OrdinalIgnoreCase);

    private int? Compare(JsonElement? value, QuestionType type)
    {
        if (type.IsNumber()) return Number!.Value.CompareTo(value!.Value.GetDouble());
        var (mine, other) = (Date!.Value.UtcDateTime, ConditionRules.Date(value)!.Value.UtcDateTime);
        return type == QuestionType.Date ? mine.Date.CompareTo(other.Date) : mine.CompareTo(other);
    }

    private static string AsText(JsonElement? value, QuestionType type) => value!.Value.ValueKind switch
    {
        JsonValueKind.String => value.Value.GetString()!,
        JsonValueKind.True when type.IsTwoWay() => type.Ways()[0],
        JsonValueKind.False when type.IsTwoWay() => type.Ways()[1],
        JsonValueKind.Number => value.Value.GetDouble().ToString(CultureInfo.InvariantCulture),
        _ => value.Value.GetRawText(),
    };

    private static Answer Way(QuestionType type, AuditResponse response)
    {
        var way = response.ResponseValue ?? (response.ResponseBool is { } good ? type.Ways()[good ? 0 : 1] : null);
        return way is null ? None : new([way]);
    }

    private static IReadOnlyList<string> Chosen(AuditResponse response) =>
        response.ResponseValue is { } one ? [one] : ResponseContent.Of(response.ResponseJson).Values;
}
