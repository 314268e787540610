namespace QualityGovernance.Web.Features.Policies;

public sealed record PolicyCreate(
    [Required, Text(Policy.LongestTitle, Min = 1)] string? Title,
    [Text(Policy.LongestDescription)] string? Description = null,
    DocumentType DocumentType = DocumentType.Policy,
    DocumentStatus Status = DocumentStatus.Draft,
    [ReferenceNumber] string? ReferenceNumber = null,
    [Text(Policy.LongestContent)] string? Content = null,
    PolicyVisibility Visibility = PolicyVisibility.Everyone,
    [Items(PolicyRules.MostReaders)] IReadOnlyList<int>? AllowedUserIds = null,
    [Items(PolicyRules.MostReaders)] IReadOnlyList<int>? AllowedRoleIds = null,
    [Dated] DateOnly? ReviewDate = null);

internal static class CreatePolicy
{
    public static async Task<Results<Created<PolicyResponse>, ProblemHttpResult>> HandleAsync(
        PolicyCreate request, CurrentUser user, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();
        if (user.RefusalToChoose(request.ReferenceNumber, PolicyPermissions.SetReferenceNumber) is { } chosen) return chosen;
        if (Policy.Life.RefusalToStart(request.Status) is { } jump) return jump;
        if (await db.UnknownReadersAsync(request.AllowedUserIds ?? [], request.AllowedRoleIds ?? [], cancellation) is { } unknown) return unknown;

        var policy = new Policy
        {
            ReferenceNumber = request.ReferenceNumber ?? "",
            Title = request.Title!,
            Description = request.Description,
            DocumentType = request.DocumentType,
            Status = request.Status,
            InitialContent = request.Content,
            AllowedUserIds = request.AllowedUserIds.Stored(),
            AllowedRoleIds = request.AllowedRoleIds.Stored(),
            ReviewDate = request.ReviewDate,
        };
        policy.ShowTo(request.Visibility);
        db.Add(policy);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/policies/{policy.Id}", PolicyResponse.Of(policy));
    }
}
