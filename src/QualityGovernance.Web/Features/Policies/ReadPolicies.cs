namespace QualityGovernance.Web.Features.Policies;

/// <param name="Status">Of the version shown.</param>
/// <param name="DocumentType">What kind of document it is.</param>
/// <param name="Overdue">True: in force, and its review date has passed. False: all others.</param>
internal sealed record PolicyFilter(
    [FromQuery(Name = "status"), OneOf<DocumentStatus>] string? Status,
    [FromQuery(Name = "document_type"), OneOf<DocumentType>] string? DocumentType,
    [FromQuery(Name = "overdue")] bool? Overdue);

internal static class ReadPolicies
{
    public static Task<Results<Ok<PolicyResponse>, ProblemHttpResult>> OneAsync(
        [FromRoute(Name = "policy_id")] int policyId, CurrentUser user, QgpDbContext db, CancellationToken cancellation) =>
        db.PoliciesFor(user).ShowAsync(PolicyResponse.Projection, "Policy", policyId, cancellation);

    /// <summary>Newest number first.</summary>
    public static async Task<Results<Ok<Page<PolicyResponse>>, ProblemHttpResult>> ListAsync(
        [DefaultPageSize(50)] PageRequest page, [AsParameters] PolicyFilter filter, CurrentUser user, QgpDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(filter);
        if (errors.Any) return errors.ToProblem();

        var status = EnumNames.Read<DocumentStatus>(filter.Status);
        var type = EnumNames.Read<DocumentType>(filter.DocumentType);
        var policies = db.PoliciesFor(user);
        if (status is not null) policies = policies.Where(policy => policy.Status == status);
        if (type is not null) policies = policies.Where(policy => policy.DocumentType == type);
        if (filter.Overdue is { } overdue)
        {
            var today = DateOnly.FromDateTime(time.Now().UtcDateTime);
            policies = policies.Where(policy => (policy.Status == DocumentStatus.Published && policy.ReviewDate != null && policy.ReviewDate < today) == overdue);
        }

        return TypedResults.Ok(await policies
            .OrderByDescending(policy => policy.ReferenceNumber).ThenBy(policy => policy.Id)
            .ToPageAsync(page, PolicyResponse.Projection, cancellation));
    }
}
