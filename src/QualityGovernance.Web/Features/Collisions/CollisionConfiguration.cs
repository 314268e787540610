using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QualityGovernance.Web.Features.Collisions;

internal sealed class CollisionConfiguration : IEntityTypeConfiguration<Collision>, IEntityTypeConfiguration<ThirdParty>
{
    public void Configure(EntityTypeBuilder<Collision> builder)
    {
        builder.ToTable("collisions");
        builder.Property(collision => collision.ReferenceNumber).HasMaxLength(RequestRules.LongestReferenceNumber);
        builder.Property(collision => collision.Title).HasMaxLength(Collision.LongestTitle);
        builder.Property(collision => collision.Location).HasMaxLength(Collision.LongestTitle);
        builder.Property(collision => collision.VehicleRegistration).HasMaxLength(Collision.LongestRegistration);
        builder.Property(collision => collision.VehicleKey).HasMaxLength(Collision.LongestRegistration);
        builder.Property(collision => collision.VehicleMakeModel).HasMaxLength(Collision.LongestName);
        builder.Property(collision => collision.DriverId).References("users");
        builder.Property(collision => collision.DriverName).HasMaxLength(Collision.LongestName);
        builder.Property(collision => collision.PoliceForce).HasMaxLength(Collision.LongestName);
        builder.Property(collision => collision.PoliceReference).HasMaxLength(Collision.LongestReference);
        builder.Property(collision => collision.Insurer).HasMaxLength(Collision.LongestName);
        builder.Property(collision => collision.InsuranceReference).HasMaxLength(Collision.LongestReference);
        builder.Property(collision => collision.ReporterId).References("users");
        builder.Property(collision => collision.InvestigatorId).References("users");
        builder.HasMany(collision => collision.ThirdParties).WithOne().HasForeignKey(party => party.CollisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(collision => collision.ReferenceNumber).IsUnique();
        builder.HasIndex(collision => collision.VehicleKey);
        builder.HasIndex(collision => new { collision.CollisionDate, collision.Id }).IsDescending(true, false);
    }

    public void Configure(EntityTypeBuilder<ThirdParty> builder)
    {
        builder.ToTable("collision_third_parties");
        builder.Property(party => party.Name).HasMaxLength(Collision.LongestName);
        builder.Property(party => party.Phone).HasMaxLength(ThirdParty.LongestPhone);
        builder.Property(party => party.Email).HasMaxLength(ThirdParty.LongestEmail);
        builder.Property(party => party.VehicleRegistration).HasMaxLength(Collision.LongestRegistration);
        builder.Property(party => party.VehicleMakeModel).HasMaxLength(Collision.LongestName);
        builder.Property(party => party.Insurer).HasMaxLength(Collision.LongestName);
        builder.Property(party => party.InsuranceReference).HasMaxLength(Collision.LongestReference);
    }
}
