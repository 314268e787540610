namespace QualityGovernance.Web.Features.Audits.Templates;

public enum QuestionType
{
    Text,
    Textarea,
    Number,
    Checkbox,
    Radio,
    Dropdown,
    Date,
    Datetime,
    Signature,
    Photo,
    File,
    Rating,
    YesNo,
    PassFail,
    Score,
}
