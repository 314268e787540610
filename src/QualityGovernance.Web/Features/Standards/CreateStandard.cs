using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Standards;

public sealed record StandardCreate(
    [Required, Text(Standard.LongestCode, Min = 1)] string? Code,
    [Required, Text(Standard.LongestName, Min = 1)] string? Name,
    [Required, Text(Standard.LongestFullName, Min = 1)] string? FullName,
    [Required, Text(Standard.LongestVersion, Min = 1)] string? Version,
    [Text(Standard.LongestDescription)] string? Description = null,
    [Dated] DateOnly? EffectiveDate = null);

internal static class CreateStandard
{
    public static async Task<Results<Created<StandardResponse>, ProblemHttpResult>> HandleAsync(StandardCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();
        if (await IsTakenAsync(db, request.Code!, cancellation)) return Taken(request.Code!);

        var standard = new Standard
        {
            Code = request.Code!,
            Name = request.Name!,
            FullName = request.FullName!,
            Version = request.Version!,
            Description = request.Description,
            EffectiveDate = request.EffectiveDate,
        };
        db.Add(standard);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/standards/{standard.Id}", StandardResponse.Of(standard));
    }

    internal static Task<bool> IsTakenAsync(QgpDbContext db, string code, CancellationToken cancellation) =>
        db.Set<Standard>().AnyAsync(standard => standard.Code == code, cancellation);

    internal static ProblemHttpResult Taken(string code) => ApiProblem.Conflict($"Another standard has the code {code}. Choose another one, or update that standard.");
}
