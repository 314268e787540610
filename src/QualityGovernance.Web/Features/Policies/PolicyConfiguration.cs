using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Web.Features.Policies;

internal sealed class PolicyConfiguration : IEntityTypeConfiguration<Policy>
{
    public void Configure(EntityTypeBuilder<Policy> builder)
    {
        builder.ToTable("policies");
        builder.Property(policy => policy.ReferenceNumber).HasMaxLength(RequestRules.LongestReferenceNumber);
        builder.Property(policy => policy.Title).HasMaxLength(Policy.LongestTitle);
        builder.Property(policy => policy.CreatedById).References("users");
        builder.Property(policy => policy.UpdatedById).References("users");
        builder.HasIndex(policy => policy.ReferenceNumber).IsUnique();
    }
}
