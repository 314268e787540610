using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QualityGovernance.Web.Features.Incidents;

internal sealed class IncidentConfiguration : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("incidents");
        builder.Property(incident => incident.ReferenceNumber).HasMaxLength(RequestRules.LongestReferenceNumber);
        builder.Property(incident => incident.Title).HasMaxLength(Incident.LongestTitle);
        builder.Property(incident => incident.Location).HasMaxLength(Incident.LongestLocation);
        builder.Property(incident => incident.Department).HasMaxLength(Incident.LongestDepartment);
        builder.Property(incident => incident.ReporterId).References("users");
        builder.Property(incident => incident.InvestigatorId).References("users");
        builder.HasIndex(incident => incident.ReferenceNumber).IsUnique();
        builder.HasIndex(incident => new { incident.ReportedDate, incident.Id }).IsDescending(true, false);
    }
}
