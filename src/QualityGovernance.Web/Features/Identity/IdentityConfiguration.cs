using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityGovernance.Platform.Auditing;
using QualityGovernance.Web.Features.Identity.Auth;
using QualityGovernance.Web.Features.Identity.Roles;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Features.Identity;

/// <summary>A deleted account's address, and a deleted role's name, may be used again.</summary>
internal sealed class IdentityConfiguration :
    IEntityTypeConfiguration<User>,
    IEntityTypeConfiguration<Role>,
    IEntityTypeConfiguration<UserRole>,
    IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.Email).HasMaxLength(User.LongestEmail);
        builder.Property(user => user.EmailKey).HasMaxLength(User.LongestEmail);
        builder.Property(user => user.FirstName).HasMaxLength(User.LongestName);
        builder.Property(user => user.LastName).HasMaxLength(User.LongestName);
        builder.Property(user => user.JobTitle).HasMaxLength(User.LongestName);
        builder.Property(user => user.Department).HasMaxLength(User.LongestName);
        builder.Property(user => user.Phone).HasMaxLength(User.LongestPhone);
        builder.Property(user => user.PasswordHash).HasMaxLength(500).IsSecret();
        builder.HasIndex(user => user.EmailKey).IsUnique().HasFilter(Entity.NotDeleted);
        builder.HasMany(user => user.Roles).WithOne().HasForeignKey(assigned => assigned.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("roles");
        builder.Property(role => role.Name).HasMaxLength(Role.LongestName);
        builder.Property(role => role.Description).HasMaxLength(Role.LongestDescription);
        builder.HasIndex(role => role.Name).IsUnique().HasFilter(Entity.NotDeleted);
    }

    public void Configure(EntityTypeBuilder<UserRole> builder)
    {
        builder.ToTable("user_roles");
        builder.HasKey(assigned => new { assigned.UserId, assigned.RoleId });
        builder.HasOne(assigned => assigned.Role).WithMany().HasForeignKey(assigned => assigned.RoleId).OnDelete(DeleteBehavior.Restrict);
        builder.AuditedAsPartOf("user", nameof(UserRole.UserId));
    }

    public void Configure(EntityTypeBuilder<RefreshToken> builder)
    {
        builder.ToTable("refresh_tokens");
        builder.Property(token => token.TokenHash).HasMaxLength(64);
        builder.HasOne<User>().WithMany().HasForeignKey(token => token.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(token => token.TokenHash).IsUnique();
        builder.HasIndex(token => token.FamilyId);
        builder.HasIndex(token => token.UserId);
        builder.NotAudited("the login it belongs to is in the trail");
    }
}
