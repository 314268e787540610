namespace QualityGovernance.Web.Features.Standards;

/// <summary>What is left out stays as it is.</summary>
public sealed record StandardUpdate(
    [Required, Text(Standard.LongestCode, Min = 1)] Optional<string?> Code,
    [Required, Text(Standard.LongestName, Min = 1)] Optional<string?> Name,
    [Required, Text(Standard.LongestFullName, Min = 1)] Optional<string?> FullName,
    [Required, Text(Standard.LongestVersion, Min = 1)] Optional<string?> Version,
    [Text(Standard.LongestDescription)] Optional<string?> Description,
    [Dated] Optional<DateOnly?> EffectiveDate,
    [Required] Optional<bool?> IsActive) : IPartialUpdate<Standard>;

internal static class UpdateStandard
{
    public static async Task<Results<Ok<StandardResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "standard_id")] int standardId, StandardUpdate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        if (await db.OneAsync<Standard>(standardId, cancellation) is not { } standard) return ApiProblem.NotFound("Standard", standardId);
        var code = request.Code.Or(standard.Code)!;
        if (code != standard.Code && await CreateStandard.IsTakenAsync(db, code, cancellation)) return CreateStandard.Taken(code);

        request.ApplyTo(standard);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(StandardResponse.Of(standard));
    }
}
