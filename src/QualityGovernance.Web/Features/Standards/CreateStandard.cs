using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Standards;

public sealed record StandardCreate(
    string? Code,
    string? Name,
    string? FullName,
    string? Version,
    string? Description = null,
    DateOnly? EffectiveDate = null);

internal static class CreateStandard
{
    public static async Task<Results<Created<StandardResponse>, ProblemHttpResult>> HandleAsync(StandardCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors()
            .Text("code", request.Code, min: 1, max: Standard.LongestCode, required: true)
            .Text("name", request.Name, min: 1, max: Standard.LongestName, required: true)
            .Text("full_name", request.FullName, min: 1, max: Standard.LongestFullName, required: true)
            .Text("version", request.Version, min: 1, max: Standard.LongestVersion, required: true)
            .Text("description", request.Description, max: Standard.LongestDescription);
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
