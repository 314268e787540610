using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QualityGovernance.Web.Features.Audits.Findings;

internal sealed class FindingConfiguration : IEntityTypeConfiguration<AuditFinding>
{
    public void Configure(EntityTypeBuilder<AuditFinding> builder)
    {
        builder.ToTable("audit_findings");
        builder.Property(finding => finding.ReferenceNumber).HasMaxLength(RequestRules.LongestReferenceNumber);
        builder.Property(finding => finding.RunId).References("audit_runs");
        builder.Property(finding => finding.QuestionId).References("audit_questions");
        builder.Property(finding => finding.Title).HasMaxLength(AuditFinding.LongestTitle);
        builder.Property(finding => finding.ClauseIds).AsJson();
        builder.Property(finding => finding.ControlIds).AsJson();
        builder.Property(finding => finding.RiskIds).AsJson();
        builder.Property(finding => finding.CreatedById).References("users");
        builder.Property(finding => finding.UpdatedById).References("users");
        builder.HasIndex(finding => finding.ReferenceNumber).IsUnique();
    }
}
