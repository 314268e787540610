namespace QualityGovernance.Web.Features.Audits.Templates;

public sealed record AuditQuestionCreate(
    [Required, Text(AuditQuestion.LongestText, Min = 1)] string? QuestionText,
    [Required] QuestionType? QuestionType,
    int? SectionId = null,
    [Text(AuditQuestion.LongestDescription)] string? Description = null,
    [Text(AuditQuestion.LongestHelpText)] string? HelpText = null,
    bool IsRequired = true,
    bool AllowNa = false,
    [Range(-SectionRules.FurthestPlace, SectionRules.FurthestPlace)] int SortOrder = 0,
    [Range(0, AuditBounds.LargestWeight)] double Weight = 1.0,
    [Range(0, AuditBounds.LargestScore)] double? MaxScore = null,
    [Range(-AuditBounds.LargestValue, AuditBounds.LargestValue)] double? MinValue = null,
    [Range(-AuditBounds.LargestValue, AuditBounds.LargestValue)] double? MaxValue = null,
    [Range(0, QuestionRules.MostDecimalPlaces)] int? DecimalPlaces = null,
    [Range(0, QuestionRules.LongestAnswer)] int? MinLength = null,
    [Range(1, QuestionRules.LongestAnswer)] int? MaxLength = null,
    [Text(AuditQuestion.LongestRiskCategory)] string? RiskCategory = null,
    [Range(0, AuditBounds.LargestWeight)] double? RiskWeight = null,
    [Items(OptionRules.Most)] IReadOnlyList<QuestionOption?>? Options = null,
    EvidenceRequirement? EvidenceRequirements = null,
    [Items(ConditionRules.Most)] IReadOnlyList<ConditionalLogicRule?>? ConditionalLogic = null,
    [Items(LinkedRecords.Most)] IReadOnlyList<int>? ClauseIds = null,
    [Items(LinkedRecords.Most)] IReadOnlyList<int>? ControlIds = null)
{
    internal void ApplyTo(AuditQuestion question)
    {
        question.SectionId = SectionId;
        question.QuestionText = QuestionText!;
        question.QuestionType = QuestionType!.Value;
        question.Description = Description;
        question.HelpText = HelpText;
        question.IsRequired = IsRequired;
        question.AllowNa = AllowNa;
        question.SortOrder = SortOrder;
        question.Weight = Weight;
        question.MaxScore = MaxScore;
        question.MinValue = MinValue;
        question.MaxValue = MaxValue;
        question.DecimalPlaces = DecimalPlaces;
        question.MinLength = MinLength;
        question.MaxLength = MaxLength;
        question.RiskCategory = RiskCategory;
        question.RiskWeight = RiskWeight;
        question.Options = Options?.ToList()!;
        question.EvidenceRequirements = EvidenceRequirements;
        question.ConditionalLogic = ConditionalLogic?.ToList()!;
        question.ClauseIds = ClauseIds;
        question.ControlIds = ControlIds;
    }
}

internal static class CreateQuestion
{
    public static async Task<Results<Created<AuditQuestionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "template_id")] int templateId, AuditQuestionCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = QuestionRules.Check(request);
        if (errors.Any) return errors.ToProblem();

        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.Held<AuditTemplate>(templateId));
        var full = TemplateParts.AskFull(trip, db.Set<AuditQuestion>().Where(other => other.TemplateId == templateId), TemplateParts.MostQuestions, "questions");
        var checkLinks = QuestionRules.AskLinks(trip, request, templateId, before: null, db);
        await trip.SendAsync(cancellation);
        if (held.One is not { } template) return ApiProblem.NotFound("Audit template", templateId);
        if ((TemplateParts.Frozen(template) ?? full()) is { } refusal) return refusal;
        checkLinks(errors);
        if (errors.Any) return errors.ToProblem();

        var question = new AuditQuestion { TemplateId = templateId, QuestionText = request.QuestionText! };
        request.ApplyTo(question);
        db.Add(question);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Created($"/api/v1/audits/templates/{templateId}", AuditQuestionResponse.Of(question));
    }
}
