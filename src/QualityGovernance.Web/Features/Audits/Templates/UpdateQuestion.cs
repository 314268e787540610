using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What is left out stays as it is.</summary>
public sealed record AuditQuestionUpdate(
    Optional<string?> QuestionText,
    Optional<QuestionType?> QuestionType,
    Optional<int?> SectionId,
    Optional<string?> Description,
    Optional<string?> HelpText,
    Optional<bool?> IsRequired,
    Optional<bool?> AllowNa,
    Optional<int?> SortOrder,
    Optional<double?> Weight,
    Optional<double?> MaxScore,
    Optional<double?> MinValue,
    Optional<double?> MaxValue,
    Optional<int?> DecimalPlaces,
    Optional<int?> MinLength,
    Optional<int?> MaxLength,
    Optional<string?> RiskCategory,
    Optional<double?> RiskWeight,
    Optional<IReadOnlyList<QuestionOption?>?> Options,
    Optional<EvidenceRequirement?> EvidenceRequirements,
    Optional<IReadOnlyList<ConditionalLogicRule?>?> ConditionalLogic,
    Optional<IReadOnlyList<int>?> ClauseIds,
    Optional<IReadOnlyList<int>?> ControlIds,
    Optional<bool?> IsActive)
{
    internal FieldErrors Emptied() => new FieldErrors()
        .NotNull("question_type", QuestionType)
        .NotNull("is_required", IsRequired)
        .NotNull("allow_na", AllowNa)
        .NotNull("sort_order", SortOrder)
        .NotNull("weight", Weight)
        .NotNull("is_active", IsActive);

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
        var question = await db.Set<AuditQuestion>().SingleOrDefaultAsync(candidate => candidate.Id == questionId, cancellation);
        if (question is null || await db.HoldAsync<AuditTemplate>(question.TemplateId, cancellation) is not { } template) return ApiProblem.NotFound("Audit question", questionId);
        if (TemplateParts.Frozen(template) is { } frozen) return frozen;
        var form = request.Over(question);
        var errors = QuestionRules.Check(form);
        if (!errors.Any) await QuestionRules.CheckLinksAsync(errors, form, question.TemplateId, question, db, cancellation);
        if (errors.Any) return errors.ToProblem();

        form.ApplyTo(question);
        question.IsActive = request.IsActive.Or(question.IsActive)!.Value;
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(AuditQuestionResponse.Of(question));
    }
}
