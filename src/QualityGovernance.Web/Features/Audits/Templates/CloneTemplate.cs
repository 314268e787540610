namespace QualityGovernance.Web.Features.Audits.Templates;

internal static class CloneTemplate
{
    private const string Suffix = " (Copy)";

    public static async Task<Results<Created<AuditTemplateResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "template_id")] int templateId, QgpDbContext db, CancellationToken cancellation)
    {
        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.Held<AuditTemplate>(templateId));
        var save = TemplateCopy.Ask(trip, templateId, db);
        await trip.SendAsync(cancellation);
        if (held.One is not { } original) return ApiProblem.NotFound("Audit template", templateId);

        var copy = original.Copy(Named(original.Name));
        await save(copy, cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Created($"/api/v1/audits/templates/{copy.Id}", AuditTemplateResponse.Of(copy));
    }

    /// <summary>Cut between characters, never within one.</summary>
    private static string Named(string name)
    {
        var runes = name.EnumerateRunes().ToList();
        return string.Concat(runes.Take(AuditTemplate.LongestName - Suffix.Length).Select(rune => rune.ToString())) + Suffix;
    }
}
