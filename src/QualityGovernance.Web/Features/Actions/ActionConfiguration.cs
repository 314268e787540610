using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QualityGovernance.Web.Features.Actions;

internal sealed class ActionConfiguration : IEntityTypeConfiguration<ActionItem>
{
    public void Configure(EntityTypeBuilder<ActionItem> builder)
    {
        builder.ToTable("actions");
        builder.Property(action => action.ReferenceNumber).HasMaxLength(RequestRules.LongestReferenceNumber);
        builder.Property(action => action.Title).HasMaxLength(ActionItem.LongestTitle);
        builder.Property(action => action.OwnerId).References("users");
        builder.Property(action => action.NextDueDate).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Property(action => action.FollowUpOfId).References("actions");
        builder.Property(action => action.CreatedById).References("users");
        builder.Property(action => action.UpdatedById).References("users");
        builder.Property(action => action.CompletedById).References("users");
        builder.Property(action => action.VerifiedById).References("users");
        builder.Property(action => action.JudgedById).References("users");
        builder.Property(action => action.CancelledById).References("users");
        builder.HasIndex(action => action.ReferenceNumber).IsUnique();
        builder.HasIndex(action => new { action.SourceType, action.SourceId });
        builder.HasIndex(action => action.NextDueDate);
        builder.HasIndex(action => new { action.DueDate, action.Id });
    }
}
