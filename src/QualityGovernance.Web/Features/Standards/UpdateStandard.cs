using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Standards;

/// <summary>What is left out stays as it is.</summary>
public sealed record StandardUpdate(
    Optional<string?> Code,
    Optional<string?> Name,
    Optional<string?> FullName,
    Optional<string?> Version,
    Optional<string?> Description,
    Optional<DateOnly?> EffectiveDate,
    Optional<bool?> IsActive);

internal static class UpdateStandard
{
    public static async Task<Results<Ok<StandardResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "standard_id")] int standardId, StandardUpdate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = Check(request);
        if (errors.Any) return errors.ToProblem();

        var standard = await db.Set<Standard>().SingleOrDefaultAsync(candidate => candidate.Id == standardId, cancellation);
        if (standard is null) return ApiProblem.NotFound("Standard", standardId);
        var code = request.Code.Or(standard.Code)!;
        if (code != standard.Code && await CreateStandard.IsTakenAsync(db, code, cancellation)) return CreateStandard.Taken(code);

        standard.Code = code;
        standard.Name = request.Name.Or(standard.Name)!;
        standard.FullName = request.FullName.Or(standard.FullName)!;
        standard.Version = request.Version.Or(standard.Version)!;
        standard.Description = request.Description.Or(standard.Description);
        standard.EffectiveDate = request.EffectiveDate.Or(standard.EffectiveDate);
        standard.IsActive = request.IsActive.Or(standard.IsActive)!.Value;
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(StandardResponse.Of(standard));
    }

    private static FieldErrors Check(StandardUpdate request) => new FieldErrors()
        .Text("code", request.Code, min: 1, max: Standard.LongestCode, required: true)
        .Text("name", request.Name, min: 1, max: Standard.LongestName, required: true)
        .Text("full_name", request.FullName, min: 1, max: Standard.LongestFullName, required: true)
        .Text("version", request.Version, min: 1, max: Standard.LongestVersion, required: true)
        .Text("description", request.Description, max: Standard.LongestDescription)
        .NotNull("is_active", request.IsActive);
}
