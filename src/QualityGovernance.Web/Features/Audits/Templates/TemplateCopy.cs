using QualityGovernance.Platform.Data;

namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>Saves a copied template with copies of the sections and questions of its original, whose conditions then name the copied questions.</summary>
internal static class TemplateCopy
{
    /// <summary>Needs an open transaction: ids are known only as the parts are saved, one kind after the other.</summary>
    public static async Task SaveAsync(AuditTemplate copy, int originalId, QgpDbContext db, CancellationToken cancellation)
    {
        var sections = await db.SectionsOfAsync(originalId, cancellation);
        var questions = await db.QuestionsOfAsync(originalId, cancellation);
        db.Add(copy);
        await db.SaveChangesAsync(cancellation);

        var copiedSections = sections.ToDictionary(section => section.Id, section => section.CopyTo(copy.Id));
        db.AddRange(copiedSections.Values);
        await db.SaveChangesAsync(cancellation);

        var copiedQuestions = questions.ToDictionary(
            question => question.Id,
            question => question.CopyTo(copy.Id, question.SectionId is { } section ? copiedSections[section].Id : null));
        db.AddRange(copiedQuestions.Values);
        await db.SaveChangesAsync(cancellation);

        var ids = copiedQuestions.ToDictionary(pair => pair.Key, pair => pair.Value.Id);
        foreach (var question in questions) copiedQuestions[question.Id].TakeConditionsOf(question, ids);
        await db.SaveChangesAsync(cancellation);
    }
}
