using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QualityGovernance.Web.Features.Audits.Templates;

internal sealed class TemplateConfiguration :
    IEntityTypeConfiguration<AuditTemplate>,
    IEntityTypeConfiguration<AuditSection>,
    IEntityTypeConfiguration<AuditQuestion>
{
    public void Configure(EntityTypeBuilder<AuditTemplate> builder)
    {
        builder.ToTable("audit_templates");
        builder.Property(template => template.ReferenceNumber).HasMaxLength(RequestRules.LongestReferenceNumber);
        builder.Property(template => template.Name).HasMaxLength(AuditTemplate.LongestName);
        builder.Property(template => template.Description).HasMaxLength(AuditTemplate.LongestDescription);
        builder.Property(template => template.Category).HasMaxLength(AuditTemplate.LongestCategory);
        builder.Property(template => template.FamilyId).References("audit_templates");
        builder.Property(template => template.StandardIds).AsJson();
        builder.Property(template => template.CreatedById).References("users");
        builder.Property(template => template.UpdatedById).References("users");
        builder.HasIndex(template => template.ReferenceNumber).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AuditSection> builder)
    {
        builder.ToTable("audit_sections");
        builder.Property(section => section.TemplateId).References("audit_templates");
        builder.Property(section => section.Title).HasMaxLength(AuditSection.LongestTitle);
        builder.Property(section => section.Description).HasMaxLength(AuditSection.LongestDescription);
    }

    public void Configure(EntityTypeBuilder<AuditQuestion> builder)
    {
        builder.ToTable("audit_questions");
        builder.Property(question => question.TemplateId).References("audit_templates");
        builder.Property(question => question.SectionId).References("audit_sections");
        builder.Property(question => question.QuestionText).HasMaxLength(AuditQuestion.LongestText);
        builder.Property(question => question.Description).HasMaxLength(AuditQuestion.LongestDescription);
        builder.Property(question => question.HelpText).HasMaxLength(AuditQuestion.LongestHelpText);
        builder.Property(question => question.RiskCategory).HasMaxLength(AuditQuestion.LongestRiskCategory);
        builder.Property(question => question.Options).AsJson();
        builder.Property(question => question.EvidenceRequirements).AsJson();
        builder.Property(question => question.ConditionalLogic).AsJson();
        builder.Property(question => question.ClauseIds).AsJson();
        builder.Property(question => question.ControlIds).AsJson();
    }
}
