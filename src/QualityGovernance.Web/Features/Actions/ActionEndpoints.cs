namespace QualityGovernance.Web.Features.Actions;

public static class ActionEndpoints
{
    private const string Tag = "Actions";
    private const string Own = "has to do the action, or did it";

    public static IServiceCollection AddActions(this IServiceCollection services) => services.AddScoped<IUnfinishedActions, UnfinishedActions>();

    public static IEndpointRouteBuilder MapActions(this IEndpointRouteBuilder routes)
    {
        var actions = routes.MapModule("/api/v1/actions", Tag);
        actions.MapGet("", ReadActions.ListAsync).RequirePermission(ActionPermissions.Read).WithName("ListActions").WithSummary("List all actions");
        actions.MapPost("", CreateAction.HandleAsync).RequirePermission(ActionPermissions.Create).WithName("CreateAction").WithSummary("Plan an action about a record");
        actions.MapGet("/{action_id}", ReadActions.OneAsync).RequirePermission(ActionPermissions.Read).WithName("GetAction").WithSummary("Get an action by ID");
        actions.MapPatch("/{action_id}", UpdateAction.HandleAsync).RequirePermission(ActionPermissions.Update).WithName("UpdateAction").WithSummary("Update an action that is not done yet");
        actions.MapDelete("/{action_id}", DeleteAction.HandleAsync).RequirePermission(ActionPermissions.Delete).WithName("DeleteAction").WithSummary("Delete an action that nobody has begun");
        actions.MapPost("/{action_id}/start", StartAction.HandleAsync).RequirePermission(ActionPermissions.Update).WithName("StartAction").WithSummary("Begin an action");
        actions.MapPost("/{action_id}/complete", CompleteAction.HandleAsync).RequirePermission(ActionPermissions.Update).WithName("CompleteAction").WithSummary("Say that an action is done");
        actions.MapPost("/{action_id}/verify", VerifyAction.HandleAsync).RequirePermission(ActionPermissions.Verify).WithName("VerifyAction").WithSummary("Say whether an action was seen to be done, by somebody who did not do it")
            .AlsoAnswers(403, Own);
        actions.MapPost("/{action_id}/judge", JudgeAction.HandleAsync).RequirePermission(ActionPermissions.Judge).WithName("JudgeAction").WithSummary("Say whether a verified action helped")
            .AlsoAnswers(403, Own);
        actions.MapPost("/{action_id}/reopen", ReopenAction.HandleAsync).RequirePermission(ActionPermissions.Update).WithName("ReopenAction").WithSummary("Take up an action again that did not help");
        actions.MapPost("/{action_id}/cancel", CancelAction.HandleAsync).RequirePermission(ActionPermissions.Cancel).WithName("CancelAction").WithSummary("Give up an action, with the reason");

        // One line per kind of source.
        Below(routes, "/api/v1/incidents/{incident_id}/actions", IncidentActions.ListAsync, IncidentActions.CreateAsync, "Incident", "an incident");
        Below(routes, "/api/v1/complaints/{complaint_id}/actions", ComplaintActions.ListAsync, ComplaintActions.CreateAsync, "Complaint", "a complaint");
        Below(routes, "/api/v1/rta/{collision_id}/actions", CollisionActions.ListAsync, CollisionActions.CreateAsync, "Collision", "a collision");
        Below(routes, "/api/v1/audits/findings/{finding_id}/actions", FindingActions.ListAsync, FindingActions.CreateAsync, "Finding", "a finding");
        Below(routes, "/api/v1/risks/{risk_id}/actions", RiskActions.ListAsync, RiskActions.CreateAsync, "Risk", "a risk");
        routes.MapModule("/api/v1/rta", Tag).MapGet("/actions", ReadActions.OfAllCollisionsAsync).RequirePermission(ActionPermissions.Read).WithName("ListCollisionsActions").WithSummary("List the actions of all collisions");
        return routes;
    }

    private static void Below(IEndpointRouteBuilder routes, string path, Delegate list, Delegate create, string name, string source)
    {
        var actions = routes.MapModule(path, Tag);
        actions.MapGet("", list).RequirePermission(ActionPermissions.Read).WithName($"List{name}Actions").WithSummary($"List the actions of {source}");
        actions.MapPost("", create).RequirePermission(ActionPermissions.Create).WithName($"Create{name}Action").WithSummary($"Plan an action about {source}");
    }
}
