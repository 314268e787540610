using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityGovernance.Platform.Auditing;

namespace QualityGovernance.Web.Features.Policies;

internal sealed class PolicyConfiguration :
    IEntityTypeConfiguration<Policy>,
    IEntityTypeConfiguration<PolicyVersion>,
    IEntityTypeConfiguration<PolicyAcknowledgement>
{
    public void Configure(EntityTypeBuilder<Policy> builder)
    {
        builder.ToTable("policies");
        builder.Property(policy => policy.ReferenceNumber).HasMaxLength(RequestRules.LongestReferenceNumber);
        builder.Property(policy => policy.Title).HasMaxLength(Policy.LongestTitle);
        builder.Property(policy => policy.CreatedById).References("users");
        builder.Property(policy => policy.UpdatedById).References("users");
        builder.HasIndex(policy => policy.ReferenceNumber).IsUnique();
        builder.HasIndex(policy => policy.ReviewDate);
        builder.HasMany(policy => policy.Versions).WithOne().HasForeignKey(version => version.PolicyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PolicyVersion> builder)
    {
        builder.ToTable("policy_versions");
        builder.HasKey(version => new { version.PolicyId, version.Number });
        builder.Property(version => version.Title).HasMaxLength(Policy.LongestTitle);
        builder.Property(version => version.ApprovedSha256).HasMaxLength(64);
        builder.Property(version => version.ApprovedById).References("users");
        builder.Property(version => version.PublishedById).References("users");
        // Whatever the service does: one version of a policy is in force, and a policy whose versions were not read is not published twice.
        builder.HasIndex(version => version.PolicyId).IsUnique().HasFilter("status = 'published'");
        builder.AuditedAsPartOf("policy", nameof(PolicyVersion.PolicyId));
    }

    public void Configure(EntityTypeBuilder<PolicyAcknowledgement> builder)
    {
        builder.ToTable("policy_acknowledgements");
        builder.HasKey(taken => new { taken.PolicyId, taken.Version, taken.UserId });
        builder.Property(taken => taken.UserId).References("users");
        builder.HasOne<Policy>().WithMany().HasForeignKey(taken => taken.PolicyId).OnDelete(DeleteBehavior.Restrict);
        builder.AuditedAsPartOf("policy", nameof(PolicyAcknowledgement.PolicyId));
    }
}
