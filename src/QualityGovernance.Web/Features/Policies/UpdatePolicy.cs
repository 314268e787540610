using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Policies;

/// <summary>What is left out stays as it is.</summary>
public sealed record PolicyUpdate(
    Optional<string?> Title,
    Optional<string?> Description,
    Optional<DocumentType?> DocumentType,
    Optional<DocumentStatus?> Status);

internal static class UpdatePolicy
{
    public static async Task<Results<Ok<PolicyResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "policy_id")] int policyId, PolicyUpdate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors()
            .Text("title", request.Title, min: 1, max: Policy.LongestTitle, required: true)
            .Text("description", request.Description, max: Policy.LongestDescription)
            .NotNull("document_type", request.DocumentType)
            .NotNull("status", request.Status);
        if (errors.Any) return errors.ToProblem();

        var policy = await db.Set<Policy>().SingleOrDefaultAsync(candidate => candidate.Id == policyId, cancellation);
        if (policy is null) return ApiProblem.NotFound("Policy", policyId);
        var status = request.Status.Or(policy.Status)!.Value;
        if (!Policy.Life.Allow(policy.Status, status)) return Policy.Life.Refusal(policy.Status, status);

        policy.Title = request.Title.Or(policy.Title)!;
        policy.Description = request.Description.Or(policy.Description);
        policy.DocumentType = request.DocumentType.Or(policy.DocumentType)!.Value;
        policy.Status = status;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(PolicyResponse.Of(policy));
    }
}
