using System.Text.Json;
using QualityGovernance.Web.Features.Audits.Templates;

namespace QualityGovernance.Web.Features.Audits.Runs;

/// <summary>What an answer must hold to: it uses the members that its question's type is answered with, and says what the question allows.</summary>
internal static class AnswerRules
{
    public const int LongestNotes = 20_000;
    public const int LongestSignature = 200_000;
    private const int LongestReference = 2_000;
    private const double Same = 1e-9;

    /// <summary>What holds whatever the question.</summary>
    public static FieldErrors Check(AuditResponseCreate form) => new FieldErrors().Members(form);

    public static void Check(FieldErrors errors, AuditResponseCreate form, AuditQuestion question)
    {
        var type = question.QuestionType;
        if (form.IsNa)
        {
            errors.Require(question.AllowNa, "is_na", "The question does not allow this.")
                .Require(form is { ResponseText: null, ResponseValue: null, ResponseNumber: null, ResponseBool: null, ResponseDate: null, Score: null }, "is_na", "What does not apply has no answer and no score.");
            return;
        }

        Members(errors, form, type);
        if (form.ResponseText is { } text && type.IsText()) Length(errors, text, question);
        if (form.ResponseNumber is { } number && type.IsNumber()) Number(errors, number, question);
        Value(errors, form, question);
        ResponseJsonRules.Check(errors, form.ResponseJson, question);
        if (!errors.Any) Attachments(errors, form, question);
        if (!errors.Any) Score(errors, form, question);
    }

    private static void Members(FieldErrors errors, AuditResponseCreate form, QuestionType type)
    {
        var takesValue = type.IsChoice() || type.IsTwoWay() || type.IsFile() || type == QuestionType.Signature;
        errors.Require(form.ResponseText is null || type.IsText(), "response_text", Not(type))
            .Require(form.ResponseNumber is null || type.IsNumber(), "response_number", Not(type))
            .Require(form.ResponseBool is null || type.IsTwoWay(), "response_bool", Not(type))
            .Require(form.ResponseDate is null || type.IsDate(), "response_date", Not(type))
            .Require(form.ResponseValue is null || takesValue, "response_value", Not(type));
    }

    private static string Not(QuestionType type)
    {
        var members = type switch
        {
            _ when type.IsText() => "response_text",
            _ when type.IsNumber() => "response_number",
            _ when type.IsDate() => "response_date",
            _ when type.IsTwoWay() => "response_bool or response_value",
            QuestionType.Checkbox => "values in response_json, or response_value for a single one",
            QuestionType.Signature => "response_value or signature in response_json",
            _ when type.IsFile() => "response_value or attachments in response_json",
            _ => "response_value",
        };
        return $"A question of the type {EnumNames.Of(type)} is answered with {members}.";
    }

    private static void Length(FieldErrors errors, string text, AuditQuestion question) =>
        errors.Text("response_text", text, min: text.Length == 0 ? 0 : question.MinLength ?? 0, max: question.Longest());

    private static void Number(FieldErrors errors, double number, AuditQuestion question)
    {
        errors.Range("response_number", number, question.Lowest(), question.Highest());
        int? decimals = question.QuestionType == QuestionType.Rating ? 0 : question.DecimalPlaces;
        if (decimals is { } places && !errors.Any)
            errors.Require(decimal.Round((decimal)number, places) == (decimal)number, "response_number", places == 0 ? "This must be a whole number." : $"At most {places} decimal places are accepted.");
    }

    private static void Value(FieldErrors errors, AuditResponseCreate form, AuditQuestion question)
    {
        if (form.ResponseValue is not { } value) return;
        var type = question.QuestionType;
        if (type.IsFile()) errors.Text("response_value", value, max: LongestReference);
        var offered = type.IsTwoWay() ? type.Ways() : type.IsChoice() ? question.Options?.Select(option => option.Value!).ToList() : null;
        if (offered?.Contains(value) == false) errors.Add("response_value", $"This must be one of {string.Join(", ", offered)}.");
        if (form.ResponseBool is { } good && type.IsTwoWay() && type.Ways()[good ? 0 : 1] != value) errors.Add("response_bool", "This says something else than response_value.");
        if (type == QuestionType.Checkbox && form.ResponseJson is { ValueKind: JsonValueKind.Object } json && ResponseContent.Of(json).Values is { Count: > 0 } values && !values.SequenceEqual([value]))
            errors.Add("response_json.values", "This says something else than response_value. Give one of the two.");
    }

    /// <summary>The value of an answer to a question for a photo or a file is an attachment beside those in the JSON object.</summary>
    private static void Attachments(FieldErrors errors, AuditResponseCreate form, AuditQuestion question)
    {
        var most = question.EvidenceRequirements?.MaxAttachments ?? EvidenceRequirement.MostAttachments;
        errors.Require(Evidence.Of(form.Over(question.Id), question.QuestionType).Attachments.Count <= most, "response_value", $"With this there are more attachments than the {most} that are accepted.");
    }

    private static void Score(FieldErrors errors, AuditResponseCreate form, AuditQuestion question)
    {
        if (form.Score is not { } score) return;
        if (QuestionScore.IsByHand(question))
        {
            errors.Range("score", score, 0, QuestionScore.Most(question));
            return;
        }

        var computed = QuestionScore.Of(question, Answer.Of(question, form.Over(question.Id)));
        errors.Require(computed is { } own && Math.Abs(own - score) <= Same, "score", computed is null ? "This question is not scored." : "The answer tells the score, and it is another one. Leave it out.");
    }
}
