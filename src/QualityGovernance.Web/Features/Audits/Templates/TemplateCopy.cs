namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>Saves a copied template with copies of the sections and questions of its original, whose conditions then name the copied questions.</summary>
internal static class TemplateCopy
{
    /// <returns>Saves the copy; to be called after the trip, in the same transaction.</returns>
    public static Func<AuditTemplate, CancellationToken, Task> Ask(RoundTrip trip, int originalId, QgpDbContext db)
    {
        var (sections, questions) = (trip.Ask(db.SectionsOf(originalId)), trip.Ask(db.QuestionsOf(originalId)));
        return (copy, cancellation) => SaveAsync(copy, sections.All, questions.All, db, cancellation);
    }

    private static async Task SaveAsync(AuditTemplate copy, IReadOnlyList<AuditSection> sections, IReadOnlyList<AuditQuestion> questions, QgpDbContext db, CancellationToken cancellation)
    {
        // The parts name each other by ids, which are asked for before anything is saved.
        var copiedSections = sections.ToDictionary(section => section.Id, section => section.CopyTo(templateId: 0));
        var copiedQuestions = questions.ToDictionary(question => question.Id, question => question.CopyTo(templateId: 0, sectionId: null));
        db.Add(copy);
        db.AddRange(copiedSections.Values);
        db.AddRange(copiedQuestions.Values);
        await db.NumberAsync(cancellation);

        foreach (var section in copiedSections.Values) db.Entry(section).Property(part => part.TemplateId).CurrentValue = copy.Id;
        var ids = copiedQuestions.ToDictionary(pair => pair.Key, pair => pair.Value.Id);
        foreach (var question in questions)
        {
            var copied = copiedQuestions[question.Id];
            db.Entry(copied).Property(part => part.TemplateId).CurrentValue = copy.Id;
            copied.SectionId = question.SectionId is { } section ? copiedSections[section].Id : null;
            copied.TakeConditionsOf(question, ids);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
