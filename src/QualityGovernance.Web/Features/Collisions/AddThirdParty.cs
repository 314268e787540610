using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Collisions;

public sealed record ThirdPartyCreate(
    string? Name,
    ThirdPartyRole Role = ThirdPartyRole.Driver,
    string? Phone = null,
    string? Email = null,
    string? VehicleRegistration = null,
    string? VehicleMakeModel = null,
    string? Insurer = null,
    string? InsuranceReference = null,
    bool? Injured = null,
    string? Injuries = null,
    string? Damage = null,
    string? Statement = null)
{
    internal ThirdPartyUpdate Everything() => new(
        Role,
        Name,
        Phone,
        Email,
        VehicleRegistration,
        VehicleMakeModel,
        Insurer,
        InsuranceReference,
        Injured,
        Injuries,
        Damage,
        Statement);
}

internal static class AddThirdParty
{
    public static async Task<Results<Created<ThirdPartyResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "collision_id")] int collisionId, ThirdPartyCreate request, QgpDbContext db, CancellationToken cancellation)
    {
        var given = request.Everything();
        var errors = ThirdPartyRules.Check(given);
        if (errors.Any) return errors.ToProblem();
        var collision = await db.Set<Collision>().SingleOrDefaultAsync(candidate => candidate.Id == collisionId, cancellation);
        if (collision is null) return ApiProblem.NotFound("Collision", collisionId);

        var party = new ThirdParty { CollisionId = collisionId };
        given.Apply(party);
        db.Add(party);
        db.Touch(collision);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/rta/{collisionId}", ThirdPartyResponse.Of(party));
    }
}
