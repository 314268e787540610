using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QualityGovernance.Web.Features.RootCauseAnalyses;

internal sealed class RootCauseAnalysisConfiguration : IEntityTypeConfiguration<RootCauseAnalysis>
{
    public void Configure(EntityTypeBuilder<RootCauseAnalysis> builder)
    {
        builder.ToTable("root_cause_analyses");
        builder.Property(analysis => analysis.ReferenceNumber).HasMaxLength(RequestRules.LongestReferenceNumber);
        builder.Property(analysis => analysis.Title).HasMaxLength(RootCauseAnalysis.LongestTitle);
        builder.Property(analysis => analysis.IncidentId).References("incidents");
        builder.Property(analysis => analysis.CreatedById).References("users");
        builder.Property(analysis => analysis.UpdatedById).References("users");
        builder.Property(analysis => analysis.EditedById).References("users");
        builder.Property(analysis => analysis.ApprovedById).References("users");
        builder.HasIndex(analysis => analysis.ReferenceNumber).IsUnique();
        builder.HasIndex(analysis => new { analysis.CreatedAt, analysis.Id }).IsDescending(true, false);
    }
}
