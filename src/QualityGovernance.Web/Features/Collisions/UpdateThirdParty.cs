using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Collisions;

/// <summary>What is left out stays as it is.</summary>
public sealed record ThirdPartyUpdate(
    [Required] Optional<ThirdPartyRole?> Role,
    [Required, Text(Collision.LongestName, Min = 1)] Optional<string?> Name,
    [Text(ThirdParty.LongestPhone)] Optional<string?> Phone,
    [Email(ThirdParty.LongestEmail)] Optional<string?> Email,
    [Text(Collision.LongestRegistration)] Optional<string?> VehicleRegistration,
    [Text(Collision.LongestName)] Optional<string?> VehicleMakeModel,
    [Text(Collision.LongestName)] Optional<string?> Insurer,
    [Text(Collision.LongestReference)] Optional<string?> InsuranceReference,
    Optional<bool?> Injured,
    [Text(Collision.LongestText)] Optional<string?> Injuries,
    [Text(Collision.LongestText)] Optional<string?> Damage,
    [Text(Collision.LongestText)] Optional<string?> Statement) : IPartialUpdate<ThirdParty>;

internal static class UpdateThirdParty
{
    public static async Task<Results<Ok<ThirdPartyResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "collision_id")] int collisionId, [FromRoute(Name = "third_party_id")] int thirdPartyId, ThirdPartyUpdate request, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        if (await FindAsync(collisionId, thirdPartyId, db, cancellation) is not { } collision) return NotFound(collisionId, thirdPartyId);
        var party = collision.ThirdParties.Single();
        request.ApplyTo(party);
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
