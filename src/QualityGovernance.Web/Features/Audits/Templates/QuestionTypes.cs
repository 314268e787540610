namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What the fifteen types of question have in common with each other, and what sets them apart.</summary>
internal static class QuestionTypes
{
    private const double BestRating = 5;
    private const double BestScore = 10;

    public static bool IsChoice(this QuestionType type) => type is QuestionType.Checkbox or QuestionType.Radio or QuestionType.Dropdown;

    /// <summary>Yes or no, in whichever words.</summary>
    public static bool IsTwoWay(this QuestionType type) => type is QuestionType.YesNo or QuestionType.PassFail;

    public static bool IsText(this QuestionType type) => type is QuestionType.Text or QuestionType.Textarea;

    /// <summary>A number on a scale, which is a score by itself.</summary>
    public static bool IsScale(this QuestionType type) => type is QuestionType.Rating or QuestionType.Score;

    public static bool IsNumber(this QuestionType type) => type is QuestionType.Number || type.IsScale();

    public static bool IsDate(this QuestionType type) => type is QuestionType.Date or QuestionType.Datetime;

    public static bool IsFile(this QuestionType type) => type is QuestionType.Photo or QuestionType.File;

    /// <summary>Both answers of a two-way question, the good one first.</summary>
    public static IReadOnlyList<string> Ways(this QuestionType type) => type == QuestionType.PassFail ? EnumNames.All<PassFail>() : EnumNames.All<YesNo>();

    public static double Lowest(this AuditQuestion question) => question.MinValue ?? (question.QuestionType switch
    {
        QuestionType.Rating => 1,
        QuestionType.Score => 0,
        _ => -AuditBounds.LargestValue,
    });

    public static double Highest(this AuditQuestion question) => question.MaxValue ?? (question.QuestionType switch
    {
        QuestionType.Rating => BestRating,
        QuestionType.Score => question.MaxScore is > 0 and { } most ? most : BestScore,
        _ => AuditBounds.LargestValue,
    });

    /// <summary>In characters.</summary>
    public static int Longest(this AuditQuestion question) => question.MaxLength ?? (question.QuestionType == QuestionType.Text ? 1_000 : 20_000);
}
