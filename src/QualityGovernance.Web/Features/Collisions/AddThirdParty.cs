namespace QualityGovernance.Web.Features.Collisions;

public sealed record ThirdPartyCreate(
    [Required, Text(Collision.LongestName, Min = 1)] string? Name,
    ThirdPartyRole Role = ThirdPartyRole.Driver,
    [Text(ThirdParty.LongestPhone)] string? Phone = null,
    [Email(ThirdParty.LongestEmail)] string? Email = null,
    [Text(Collision.LongestRegistration)] string? VehicleRegistration = null,
    [Text(Collision.LongestName)] string? VehicleMakeModel = null,
    [Text(Collision.LongestName)] string? Insurer = null,
    [Text(Collision.LongestReference)] string? InsuranceReference = null,
    bool? Injured = null,
    [Text(Collision.LongestText)] string? Injuries = null,
    [Text(Collision.LongestText)] string? Damage = null,
    [Text(Collision.LongestText)] string? Statement = null)
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
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();
        if (await db.OneAsync<Collision>(collisionId, cancellation) is not { } collision) return ApiProblem.NotFound("Collision", collisionId);

        var party = new ThirdParty { CollisionId = collisionId };
        given.ApplyTo(party);
        db.Add(party);
        db.Touch(collision);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/api/v1/rta/{collisionId}", ThirdPartyResponse.Of(party));
    }
}
