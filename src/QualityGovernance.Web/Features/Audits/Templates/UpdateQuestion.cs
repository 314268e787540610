using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What is left out stays as it is.</summary>
public sealed record AuditQuestionUpdate(
    [Required, Text(AuditQuestion.LongestText, Min = 1)] Optional<string?> QuestionText,
    [Required] Optional<QuestionType?> QuestionType,
    Optional<int?> SectionId,
    [Text(AuditQuestion.LongestDescription)] Optional<string?> Description,
    [Text(AuditQuestion.LongestHelpText)] Optional<string?> HelpText,
    [Required] Optional<bool?> IsRequired,
    [Required] Optional<bool?> AllowNa,
    [Required, Range(-SectionRules.FurthestPlace, SectionRules.FurthestPlace)] Optional<int?> SortOrder,
    [Required, Range(0, AuditBounds.LargestWeight)] Optional<double?> Weight,
    [Range(0, AuditBounds.LargestScore)] Optional<double?> MaxScore,
    [Range(-AuditBounds.LargestValue, AuditBounds.LargestValue)] Optional<double?> MinValue,
    [Range(-AuditBounds.LargestValue, AuditBounds.LargestValue)] Optional<double?> MaxValue,
    [Range(0, QuestionRules.MostDecimalPlaces)] Optional<int?> DecimalPlaces,
    [Range(0, QuestionRules.LongestAnswer)] Optional<int?> MinLength,
    [Range(1, QuestionRules.LongestAnswer)] Optional<int?> MaxLength,
    [Text(AuditQuestion.LongestRiskCategory)] Optional<string?> RiskCategory,
    [Range(0, AuditBounds.LargestWeight)] Optional<double?> RiskWeight,
    [Items(OptionRules.Most)] Optional<IReadOnlyList<QuestionOption?>?> Options,
    Optional<EvidenceRequirement?> EvidenceRequirements,
    [Items(ConditionRules.Most)] Optional<IReadOnlyList<ConditionalLogicRule?>?> ConditionalLogic,
    [Items(LinkedRecords.Most)] Optional<IReadOnlyList<int>?> ClauseIds,
    [Items(LinkedRecords.Most)] Optional<IReadOnlyList<int>?> ControlIds,
    [Required] Optional<bool?> IsActive)
{
    internal FieldErrors Emptied() => new FieldErrors().Members(this);

    internal AuditQuestionCreate Over(AuditQuestion question) => new(
        QuestionText.Or(question.QuestionText),
        QuestionType.Or(question.QuestionType),
        SectionId.Or(question.SectionId),
        Description.Or(question.Description),
        HelpText.Or(question.HelpText),
        IsRequired.Or(question.IsRequired)!.Value,
        AllowNa.Or(question.AllowNa)!.Value,
        SortOrder.Or(question.SortOrder)!.Value,
        Weight.Or(question.Weight)!.Value,
        MaxScore.Or(question.MaxScore),
        MinValue.Or(question.MinValue),
        MaxValue.Or(question.MaxValue),
        DecimalPlaces.Or(question.DecimalPlaces),
        MinLength.Or(question.MinLength),
        MaxLength.Or(question.MaxLength),
        RiskCategory.Or(question.RiskCategory),
        RiskWeight.Or(question.RiskWeight),
        Options.Or(question.Options),
        EvidenceRequirements.Or(question.EvidenceRequirements),
        ConditionalLogic.Or(question.ConditionalLogic),
        ClauseIds.Or(question.ClauseIds),
        ControlIds.Or(question.ControlIds));
}

internal static class UpdateQuestion
{
    public static async Task<Results<Ok<AuditQuestionResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "question_id")] int questionId, AuditQuestionUpdate request, QgpDbContext db, CancellationToken cancellation)
    {
        var emptied = request.Emptied();
        if (emptied.Any) return emptied.ToProblem();

        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.HeldBy<AuditTemplate>("audit_questions", "template_id", questionId));
        var found = trip.Ask(db.Set<AuditQuestion>().Where(candidate => candidate.Id == questionId));
        await trip.SendAsync(cancellation);
        if (found.One is not { } question || held.One is not { } template) return ApiProblem.NotFound("Audit question", questionId);
        if (TemplateParts.Frozen(template) is { } frozen) return frozen;
        var form = request.Over(question);
        var errors = QuestionRules.Check(form);
        if (errors.Any) return errors.ToProblem();
        var links = new RoundTrip(db);
        var checkLinks = QuestionRules.AskLinks(links, form, question.TemplateId, question, db);
        await links.SendAsync(cancellation);
        checkLinks(errors);
        if (errors.Any) return errors.ToProblem();

        form.ApplyTo(question);
        question.IsActive = request.IsActive.Or(question.IsActive)!.Value;
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(AuditQuestionResponse.Of(question));
    }
}
