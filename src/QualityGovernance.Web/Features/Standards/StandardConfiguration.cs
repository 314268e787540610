using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityGovernance.Web.Features.Standards.Clauses;
using QualityGovernance.Web.Features.Standards.Controls;

namespace QualityGovernance.Web.Features.Standards;

internal sealed class StandardConfiguration : IEntityTypeConfiguration<Standard>, IEntityTypeConfiguration<Clause>, IEntityTypeConfiguration<Control>
{
    public void Configure(EntityTypeBuilder<Standard> builder)
    {
        builder.ToTable("standards");
        builder.Property(standard => standard.Code).HasMaxLength(Standard.LongestCode);
        builder.Property(standard => standard.Name).HasMaxLength(Standard.LongestName);
        builder.Property(standard => standard.FullName).HasMaxLength(Standard.LongestFullName);
        builder.Property(standard => standard.Version).HasMaxLength(Standard.LongestVersion);
        builder.HasIndex(standard => standard.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Clause> builder)
    {
        builder.ToTable("clauses");
        builder.Property(clause => clause.ClauseNumber).HasMaxLength(Clause.LongestNumber);
        builder.Property(clause => clause.Title).HasMaxLength(Clause.LongestTitle);
        builder.HasOne<Standard>().WithMany().HasForeignKey(clause => clause.StandardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Clause>().WithMany().HasForeignKey(clause => clause.ParentClauseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(clause => clause.Controls).WithOne().HasForeignKey(control => control.ClauseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(clause => new { clause.StandardId, clause.ClauseNumber }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Control> builder)
    {
        builder.ToTable("controls");
        builder.Property(control => control.ControlNumber).HasMaxLength(Control.LongestNumber);
        builder.Property(control => control.Title).HasMaxLength(Control.LongestTitle);
        builder.HasIndex(control => new { control.ClauseId, control.ControlNumber }).IsUnique();
    }
}
