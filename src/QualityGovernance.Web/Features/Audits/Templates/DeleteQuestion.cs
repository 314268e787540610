using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Audits.Templates;

internal static class DeleteQuestion
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "question_id")] int questionId, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.HeldBy<AuditTemplate>("audit_questions", "template_id", questionId));
        var all = trip.Ask(db.Set<AuditQuestion>().Where(other => db.Set<AuditQuestion>().Any(candidate => candidate.Id == questionId && candidate.TemplateId == other.TemplateId)).InOrder());
        await trip.SendAsync(cancellation);
        if (all.All.SingleOrDefault(candidate => candidate.Id == questionId) is not { } question || held.One is not { } template) return ApiProblem.NotFound("Audit question", questionId);
        if ((TemplateParts.Frozen(template) ?? Needed([question], all.All)) is { } refusal) return refusal;

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
