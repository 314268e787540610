using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QualityGovernance.Web.Features.Complaints;

internal sealed class ComplaintConfiguration : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("complaints");
        builder.Property(complaint => complaint.ReferenceNumber).HasMaxLength(RequestRules.LongestReferenceNumber);
        builder.Property(complaint => complaint.Title).HasMaxLength(Complaint.LongestTitle);
        builder.Property(complaint => complaint.ComplainantName).HasMaxLength(Complaint.LongestName);
        builder.Property(complaint => complaint.ComplainantEmail).HasMaxLength(Complaint.LongestEmail);
        builder.Property(complaint => complaint.ComplainantPhone).HasMaxLength(Complaint.LongestPhone);
        builder.Property(complaint => complaint.ComplainantCompany).HasMaxLength(Complaint.LongestName);
        builder.Property(complaint => complaint.RelatedReference).HasMaxLength(Complaint.LongestRelatedReference);
        builder.HasIndex(complaint => complaint.ReferenceNumber).IsUnique();
        builder.HasIndex(complaint => new { complaint.ReceivedDate, complaint.Id }).IsDescending(true, false);
    }
}
