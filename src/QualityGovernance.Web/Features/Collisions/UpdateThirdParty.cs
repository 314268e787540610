using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Web.Features.Collisions;

/// <summary>What is left out stays as it is.</summary>
public sealed record ThirdPartyUpdate(
    Optional<ThirdPartyRole?> Role,
    Optional<string?> Name,
    Optional<string?> Phone,
    Optional<string?> Email,
    Optional<string?> VehicleRegistration,
    Optional<string?> VehicleMakeModel,
    Optional<string?> Insurer,
    Optional<string?> InsuranceReference,
    Optional<bool?> Injured,
    Optional<string?> Injuries,
    Optional<string?> Damage,
    Optional<string?> Statement);

internal static class UpdateThirdParty
{
    public static async Task<Results<Ok<ThirdPartyResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "collision_id")] int collisionId, [FromRoute(Name = "third_party_id")] int thirdPartyId, ThirdPartyUpdate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = ThirdPartyRules.Check(request);
        if (errors.Any) return errors.ToProblem();

        var collision = await FindAsync(collisionId, thirdPartyId, db, cancellation);
        if (collision is null) return NotFound(collisionId, thirdPartyId);
        var party = collision.ThirdParties.Single();
        request.Apply(party);
        db.Touch(collision);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(ThirdPartyResponse.Of(party));
    }

    /// <summary>The collision with this one party; null also when the party belongs to another collision.</summary>
    internal static Task<Collision?> FindAsync(int collisionId, int thirdPartyId, QgpDbContext db, CancellationToken cancellation) =>
        db.Set<Collision>()
            .Include(collision => collision.ThirdParties.Where(party => party.Id == thirdPartyId))
            .SingleOrDefaultAsync(collision => collision.Id == collisionId && collision.ThirdParties.Any(party => party.Id == thirdPartyId), cancellation);

    internal static ProblemHttpResult NotFound(int collisionId, int thirdPartyId) => ApiProblem.NotFound($"Third party {thirdPartyId} of collision", collisionId);
}
