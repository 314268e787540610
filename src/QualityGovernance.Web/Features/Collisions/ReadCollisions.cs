namespace QualityGovernance.Web.Features.Collisions;

/// <param name="Status">One of the states.</param>
/// <param name="Severity">One of the severities.</param>
/// <param name="DriverId">The user who drove.</param>
/// <param name="VehicleRegistration">Of our vehicle, whatever the case and the blanks.</param>
/// <param name="From">Happened then or later.</param>
/// <param name="To">Happened then or earlier.</param>
internal sealed record CollisionFilter(
    [FromQuery(Name = "status"), OneOf<CollisionStatus>] string? Status,
    [FromQuery(Name = "severity"), OneOf<CollisionSeverity>] string? Severity,
    [FromQuery(Name = "driver_id")] int? DriverId,
    [FromQuery(Name = "vehicle_registration"), Text(Collision.LongestRegistration)] string? VehicleRegistration,
    [FromQuery(Name = "from"), Moment] string? From,
    [FromQuery(Name = "to"), Moment] string? To);

internal static class ReadCollisions
{
    public static Task<Results<Ok<CollisionResponse>, ProblemHttpResult>> OneAsync(
        [FromRoute(Name = "collision_id")] int collisionId, QgpDbContext db, CancellationToken cancellation) =>
        db.Set<Collision>().ShowAsync(CollisionResponse.Projection, "Collision", collisionId, cancellation);

    /// <summary>The latest collision first.</summary>
    public static async Task<Results<Ok<Page<CollisionResponse>>, ProblemHttpResult>> ListAsync(
        PageRequest page, [AsParameters] CollisionFilter filter, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(filter).Period(filter.From, filter.To);
        if (errors.Any) return errors.ToProblem();

        var status = EnumNames.Read<CollisionStatus>(filter.Status);
        var severity = EnumNames.Read<CollisionSeverity>(filter.Severity);
        IQueryable<Collision> collisions = db.Set<Collision>();
        if (status is not null) collisions = collisions.Where(collision => collision.Status == status);
        if (severity is not null) collisions = collisions.Where(collision => collision.Severity == severity);
        if (filter.DriverId is { } driver) collisions = collisions.Where(collision => collision.DriverId == driver);
        if (Collision.KeyOf(filter.VehicleRegistration) is { } vehicle) collisions = collisions.Where(collision => collision.VehicleKey == vehicle);
        if (Moments.Read(filter.From) is { } from) collisions = collisions.Where(collision => collision.CollisionDate >= from);
        if (Moments.Read(filter.To) is { } to) collisions = collisions.Where(collision => collision.CollisionDate <= to);
        return TypedResults.Ok(await collisions
            .OrderByDescending(collision => collision.CollisionDate).ThenBy(collision => collision.Id)
            .ToPageAsync(page, CollisionResponse.Projection, cancellation));
    }
}
