using System.Linq.Expressions;

namespace QualityGovernance.Web.Features.Actions;

/// <param name="Id">Of the action.</param>
/// <param name="IsOverdue">It is not done and was due, or it is not judged and its effectiveness was to be.</param>
public sealed record ActionResponse(
    int Id,
    string ReferenceNumber,
    ActionSourceType SourceType,
    int SourceId,
    string Title,
    string Description,
    ActionType ActionType,
    ActionPriority Priority,
    ActionStatus Status,
    int OwnerId,
    DateTimeOffset DueDate,
    DateTimeOffset? EffectivenessReviewDate,
    bool IsOverdue,
    int? FollowUpOfId,
    string? CompletionNotes,
    int? CompletedById,
    DateTimeOffset? CompletedAt,
    string? VerificationNotes,
    int? VerifiedById,
    DateTimeOffset? VerifiedAt,
    string? EffectivenessNotes,
    int? JudgedById,
    DateTimeOffset? JudgedAt,
    string? CancellationReason,
    int? CancelledById,
    DateTimeOffset? CancelledAt,
    int? CreatedById,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    private static readonly Func<ActionItem, ActionResponse> Compiled = Projection(DateTimeOffset.MinValue).Compile();

    /// <param name="now">What overdue is judged by.</param>
    public static Expression<Func<ActionItem, ActionResponse>> Projection(DateTimeOffset now) => action => new ActionResponse(
        action.Id,
        action.ReferenceNumber,
        action.SourceType,
        action.SourceId,
        action.Title,
        action.Description,
        action.ActionType,
        action.Priority,
        action.Status,
        action.OwnerId,
        action.DueDate,
        action.EffectivenessReviewDate,
        action.NextDueDate < now,
        action.FollowUpOfId,
        action.CompletionNotes,
        action.CompletedById,
        action.CompletedAt,
        action.VerificationNotes,
        action.VerifiedById,
        action.VerifiedAt,
        action.EffectivenessNotes,
        action.JudgedById,
        action.JudgedAt,
        action.CancellationReason,
        action.CancelledById,
        action.CancelledAt,
        action.CreatedById,
        action.CreatedAt,
        action.UpdatedAt);

    public static ActionResponse Of(ActionItem action, DateTimeOffset now) => Compiled(action) with { IsOverdue = action.NextDueDate < now };
}
