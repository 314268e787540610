namespace QualityGovernance.Web.Features.Collisions;

public static class CollisionEndpoints
{
    public static IEndpointRouteBuilder MapCollisions(this IEndpointRouteBuilder routes)
    {
        var collisions = routes.MapModule("/api/v1/rta", "Road Traffic Collisions");
        collisions.MapGet("", ReadCollisions.ListAsync).RequirePermission(CollisionPermissions.Read).WithName("ListCollisions").WithSummary("List all road-traffic collisions");
        collisions.MapPost("", CreateCollision.HandleAsync).RequirePermission(CollisionPermissions.Create).WithName("CreateCollision").WithSummary("Report a road-traffic collision");
        collisions.MapGet("/{collision_id}", ReadCollisions.OneAsync).RequirePermission(CollisionPermissions.Read).WithName("GetCollision").WithSummary("Get a collision by ID");
        collisions.MapPatch("/{collision_id}", UpdateCollision.HandleAsync).RequirePermission(CollisionPermissions.Update).WithName("UpdateCollision").WithSummary("Update a collision");
        collisions.MapDelete("/{collision_id}", DeleteCollision.HandleAsync).RequirePermission(CollisionPermissions.Delete).WithName("DeleteCollision").WithSummary("Delete a collision");
        collisions.MapPost("/{collision_id}/third-parties", AddThirdParty.HandleAsync).RequirePermission(CollisionPermissions.Update).WithName("AddThirdParty").WithSummary("Add a third party to a collision");
        collisions.MapPatch("/{collision_id}/third-parties/{third_party_id}", UpdateThirdParty.HandleAsync).RequirePermission(CollisionPermissions.Update).WithName("UpdateThirdParty").WithSummary("Update a third party of a collision");
        collisions.MapDelete("/{collision_id}/third-parties/{third_party_id}", RemoveThirdParty.HandleAsync).RequirePermission(CollisionPermissions.Update).WithName("RemoveThirdParty").WithSummary("Remove a third party from a collision");
        return routes;
    }
}
