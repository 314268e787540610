namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What is left out stays as it is. Of a published template only is_active can change.</summary>
public sealed record AuditTemplateUpdate(
    [Required, Text(AuditTemplate.LongestName, Min = 1)] Optional<string?> Name,
    [Text(AuditTemplate.LongestDescription)] Optional<string?> Description,
    [Text(AuditTemplate.LongestCategory)] Optional<string?> Category,
    [Required] Optional<AuditType?> AuditType,
    Optional<AuditFrequency?> Frequency,
    [Required] Optional<ScoringMethod?> ScoringMethod,
    [Range(0, AuditBounds.LargestValue)] Optional<double?> PassingScore,
    [Required] Optional<bool?> AllowOffline,
    [Required] Optional<bool?> RequireGps,
    [Required] Optional<bool?> RequireSignature,
    [Required] Optional<bool?> RequireApproval,
    [Required] Optional<bool?> AutoCreateFindings,
    [Required] Optional<bool?> IsActive,
    [Required] Optional<bool?> IsPublished,
    [Items(LinkedRecords.Most)] Optional<IReadOnlyList<int>?> StandardIds)
{
    internal bool ChangesContent => this.GivesMoreThan(nameof(IsActive), nameof(IsPublished));

    internal FieldErrors Emptied() => new FieldErrors().Members(this);

    internal AuditTemplateCreate Over(AuditTemplate template) => new(
        Name.Or(template.Name),
        Description.Or(template.Description),
        Category.Or(template.Category),
        AuditType.Or(template.AuditType)!.Value,
        Frequency.Or(template.Frequency),
        ScoringMethod.Or(template.ScoringMethod)!.Value,
        PassingScore.Or(template.PassingScore),
        AllowOffline.Or(template.AllowOffline)!.Value,
        RequireGps.Or(template.RequireGps)!.Value,
        RequireSignature.Or(template.RequireSignature)!.Value,
        RequireApproval.Or(template.RequireApproval)!.Value,
        AutoCreateFindings.Or(template.AutoCreateFindings)!.Value,
        StandardIds.Or(template.StandardIds));
}

internal static class UpdateTemplate
{
    public static async Task<Results<Ok<AuditTemplateResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "template_id")] int templateId, AuditTemplateUpdate request, CurrentUser user, QgpDbContext db, CancellationToken cancellation)
    {
        var emptied = request.Emptied();
        if (emptied.Any) return emptied.ToProblem();

        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var trip = new RoundTrip(db);
        var held = trip.Ask(db.Held<AuditTemplate>(templateId));
        var publish = request.IsPublished.Value == true ? PublishTemplate.AskPublication(trip, templateId, db) : null;
        await trip.SendAsync(cancellation);
        if (held.One is not { } template) return ApiProblem.NotFound("Audit template", templateId);
        if (request.ChangesContent && TemplateParts.Frozen(template) is { } frozen) return frozen;
        if (request.ChangesContent)
        {
            var form = request.Over(template);
            var errors = await TemplateRules.CheckAsync(form, template, db, cancellation);
            if (errors.Any) return errors.ToProblem();
            form.ApplyTo(template);
        }

        template.IsActive = request.IsActive.Or(template.IsActive)!.Value;
        if (Publish(request.IsPublished.Or(template.IsPublished)!.Value, template, user, publish) is { } refusal) return refusal;
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(AuditTemplateResponse.Of(template));
    }

    private static ProblemHttpResult? Publish(bool published, AuditTemplate template, CurrentUser user, Func<AuditTemplate, ProblemHttpResult?>? publish)
    {
        if (published == template.IsPublished) return null;
        if (!published) return ApiProblem.Conflict($"The audit template {template.ReferenceNumber} was published and stays so. Send is_active false to keep new audits from using it.");
        if (!user.May(AuditsPermissions.PublishTemplate)) return ApiProblem.Forbidden($"Publishing a template needs the permission {AuditsPermissions.PublishTemplate}.");
        return publish!(template);
    }
}
