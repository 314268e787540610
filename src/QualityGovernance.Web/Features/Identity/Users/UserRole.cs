using QualityGovernance.Web.Features.Identity.Roles;

namespace QualityGovernance.Web.Features.Identity.Users;

/// <summary>A user has a role.</summary>
public sealed class UserRole
{
    public int UserId { get; private set; }

    public required int RoleId { get; init; }

    public Role? Role { get; private set; }
}
