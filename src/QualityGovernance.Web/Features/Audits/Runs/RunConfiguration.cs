using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QualityGovernance.Web.Features.Audits.Runs;

internal sealed class RunConfiguration : IEntityTypeConfiguration<AuditRun>, IEntityTypeConfiguration<AuditResponse>
{
    public void Configure(EntityTypeBuilder<AuditRun> builder)
    {
        builder.ToTable("audit_runs");
        builder.Ignore(run => run.IsFinal);
        builder.Property(run => run.ReferenceNumber).HasMaxLength(RequestRules.LongestReferenceNumber);
        builder.Property(run => run.TemplateId).References("audit_templates");
        builder.Property(run => run.Title).HasMaxLength(AuditRun.LongestTitle);
        builder.Property(run => run.Location).HasMaxLength(AuditRun.LongestLocation);
        builder.Property(run => run.LocationDetails).HasMaxLength(AuditRun.LongestLocationDetails);
        builder.Property(run => run.AssignedToId).References("users");
        builder.Property(run => run.CreatedById).References("users");
        builder.Property(run => run.UpdatedById).References("users");
        builder.HasIndex(run => run.ReferenceNumber).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AuditResponse> builder)
    {
        builder.ToTable("audit_responses");
        builder.Property(response => response.RunId).References("audit_runs");
        builder.Property(response => response.QuestionId).References("audit_questions");
        builder.HasIndex(response => new { response.RunId, response.QuestionId }).IsUnique();
    }
}
