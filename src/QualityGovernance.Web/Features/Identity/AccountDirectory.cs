using Microsoft.EntityFrameworkCore;
using QualityGovernance.Web.Features.Identity.Roles;
using QualityGovernance.Web.Features.Identity.Users;

namespace QualityGovernance.Web.Features.Identity;

internal sealed class AccountDirectory(QgpDbContext db) : IAccountDirectory
{
    public async Task<CurrentUser?> FindActiveAsync(int userId, CancellationToken cancellation)
    {
        var account = await db.Set<User>()
            .Where(user => user.Id == userId && user.IsActive)
            .Select(user => new { user.Id, user.EmailKey, user.IsSuperuser, Roles = user.Roles.Select(assigned => new { assigned.RoleId, assigned.Role!.Permissions }).ToList() })
            .SingleOrDefaultAsync(cancellation);
        return account is null ? null : new(account.Id, account.IsSuperuser, account.Roles.SelectMany(role => Role.Split(role.Permissions)).ToHashSet(StringComparer.Ordinal))
        {
            Account = account.EmailKey,
            RoleIds = [.. account.Roles.Select(role => role.RoleId)],
        };
    }
}
