using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityGovernance.Platform.Auditing;
using QualityGovernance.Web.Features.Risks.Assessments;
using QualityGovernance.Web.Features.Risks.Controls;
using QualityGovernance.Web.Features.Risks.Links;

namespace QualityGovernance.Web.Features.Risks;

internal sealed class RiskConfiguration :
    IEntityTypeConfiguration<Risk>,
    IEntityTypeConfiguration<RiskLink>,
    IEntityTypeConfiguration<RiskControl>,
    IEntityTypeConfiguration<RiskControlLink>,
    IEntityTypeConfiguration<RiskAssessment>
{
    public void Configure(EntityTypeBuilder<Risk> builder)
    {
        builder.ToTable("risks");
        builder.Property(risk => risk.ReferenceNumber).HasMaxLength(RequestRules.LongestReferenceNumber);
        builder.Property(risk => risk.Title).HasMaxLength(Risk.LongestTitle);
        builder.Property(risk => risk.Subcategory).HasMaxLength(Risk.LongestSubcategory);
        builder.Property(risk => risk.RiskSource).HasMaxLength(Risk.LongestStatement);
        builder.Property(risk => risk.RiskEvent).HasMaxLength(Risk.LongestStatement);
        builder.Property(risk => risk.RiskConsequence).HasMaxLength(Risk.LongestStatement);
        builder.Property(risk => risk.Department).HasMaxLength(Risk.LongestDepartment);
        builder.Property(risk => risk.OwnerId).References("users");
        builder.Property(risk => risk.CreatedById).References("users");
        builder.Property(risk => risk.UpdatedById).References("users");
        builder.HasMany(risk => risk.Links).WithOne().HasForeignKey(link => link.RiskId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(risk => risk.ReferenceNumber).IsUnique();
        builder.HasIndex(risk => new { risk.RiskScore, risk.Id }).IsDescending();
    }

    public void Configure(EntityTypeBuilder<RiskLink> builder)
    {
        builder.ToTable("risk_links");
        builder.HasKey(link => new { link.RiskId, link.Kind, link.TargetId });
        builder.HasIndex(link => new { link.Kind, link.TargetId });
        builder.AuditedAsPartOf("risk", nameof(RiskLink.RiskId));
    }

    public void Configure(EntityTypeBuilder<RiskControl> builder)
    {
        builder.ToTable("risk_controls");
        builder.Property(control => control.Title).HasMaxLength(RiskControl.LongestTitle);
        builder.Property(control => control.OwnerId).References("users");
        builder.HasOne<Risk>().WithMany().HasForeignKey(control => control.RiskId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(control => control.Links).WithOne().HasForeignKey(link => link.RiskControlId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RiskControlLink> builder)
    {
        builder.ToTable("risk_control_links");
        builder.HasKey(link => new { link.RiskControlId, link.Kind, link.TargetId });
        builder.HasIndex(link => new { link.Kind, link.TargetId });
        builder.AuditedAsPartOf("risk_control", nameof(RiskControlLink.RiskControlId));
    }

    public void Configure(EntityTypeBuilder<RiskAssessment> builder)
    {
        builder.ToTable("risk_assessments");
        builder.Property(assessment => assessment.InherentLevel).HasMaxLength(RiskAssessment.LongestLevel);
        builder.Property(assessment => assessment.ResidualLevel).HasMaxLength(RiskAssessment.LongestLevel);
        builder.Property(assessment => assessment.TargetLevel).HasMaxLength(RiskAssessment.LongestLevel);
        builder.Property(assessment => assessment.AssessedById).References("users");
        builder.HasOne<Risk>().WithMany().HasForeignKey(assessment => assessment.RiskId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(assessment => new { assessment.RiskId, assessment.AssessmentDate });
    }
}
