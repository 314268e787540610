namespace QualityGovernance.Web.Features.Complaints;

public static class ComplaintEndpoints
{
    public static IEndpointRouteBuilder MapComplaints(this IEndpointRouteBuilder routes)
    {
        var complaints = routes.MapModule("/api/v1/complaints", "Complaints");
        complaints.MapGet("", ReadComplaints.ListAsync).RequirePermission(ComplaintPermissions.Read).WithName("ListComplaints").WithSummary("List all complaints");
        complaints.MapPost("", CreateComplaint.HandleAsync).RequirePermission(ComplaintPermissions.Create).WithName("CreateComplaint").WithSummary("Record a new complaint");
        complaints.MapGet("/{complaint_id}", ReadComplaints.OneAsync).RequirePermission(ComplaintPermissions.Read).WithName("GetComplaint").WithSummary("Get a complaint by ID");
        complaints.MapPatch("/{complaint_id}", UpdateComplaint.HandleAsync).RequirePermission(ComplaintPermissions.Update).WithName("UpdateComplaint").WithSummary("Update a complaint");
        complaints.MapDelete("/{complaint_id}", DeleteComplaint.HandleAsync).RequirePermission(ComplaintPermissions.Delete).WithName("DeleteComplaint").WithSummary("Delete a complaint");
        return routes;
    }
}
