namespace QualityGovernance.Web.Features.Actions;

/// <summary>Rules that several operations on actions share.</summary>
internal static class ActionRules
{
    public const string AfterDue = DateRules.ToCome + " Not before due_date: what is not done yet can't be judged.";

    /// <summary><see cref="AfterDue"/></summary>
    public static FieldErrors ReviewDate(this FieldErrors errors, DateTimeOffset? reviewDate, DateTimeOffset? dueDate) => errors.Require(
        reviewDate is null || dueDate is null || reviewDate >= dueDate, "effectiveness_review_date", "This is before the due date: what is not done yet can't be judged.");

    /// <summary>Null for anybody but who has to do the action or did it. Being a superuser does not help.</summary>
    public static ProblemHttpResult? OwnWork(ActionItem action, CurrentUser user, string what) => action.IsDoneBy(user.Id)
        ? ApiProblem.Forbidden($"{action.ReferenceNumber} can't be {what} by its owner or by the one who completed it. Ask another person.")
        : null;

    /// <summary>Null when the record that the action is about, held from here on, is still open.</summary>
    public static ProblemHttpResult? ClosedSource(ActionSource source, int id, string status) => status == ActionSource.ClosedStatus
        ? ApiProblem.Conflict($"{source.Name} {id} is closed. Reopen it first.")
        : null;
}
