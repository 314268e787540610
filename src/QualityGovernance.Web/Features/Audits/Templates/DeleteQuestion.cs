using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;
using QualityGovernance.Platform.Security;

namespace QualityGovernance.Web.Features.Audits.Templates;

internal static class DeleteQuestion
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "question_id")] int questionId, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var question = await db.Set<AuditQuestion>().SingleOrDefaultAsync(candidate => candidate.Id == questionId, cancellation);
        if (question is null || await db.HoldAsync<AuditTemplate>(question.TemplateId, cancellation) is not { } template) return ApiProblem.NotFound("Audit question", questionId);
        if (TemplateParts.Frozen(template) is { } frozen) return frozen;
        if (Needed([question], await db.QuestionsOfAsync(question.TemplateId, cancellation)) is { } needed) return needed;

        question.Delete(user.Id, time.Now());
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>The refusal when a question that stays has conditions on one that would go.</summary>
    public static ProblemHttpResult? Needed(IReadOnlyList<AuditQuestion> going, IReadOnlyList<AuditQuestion> all)
    {
        var dependents = all.Except(going)
            .Where(question => question.ConditionalLogic?.Any(rule => going.Any(source => source.Id == rule.SourceQuestionId)) == true)
            .Select(question => question.Id).ToList();
        return dependents.Count == 0
            ? null
            : ApiProblem.Conflict(
                $"Whether the question {string.Join(", ", dependents)} is asked depends on what would be deleted. Change its conditional_logic first.",
                new Dictionary<string, object?> { ["dependent_question_ids"] = dependents });
    }
}
