using Microsoft.EntityFrameworkCore;
using QualityGovernance.Web.Features.Identity.Roles;

namespace QualityGovernance.Web.Features.Identity.Users;

/// <summary>A person whom something is addressed to, for features that address people and roles.</summary>
public sealed record AddresseeRecord
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Everyone who can log in.</summary>
    public static IQueryable<AddresseeRecord> All(QgpDbContext db) => Of(Active(db));

    /// <summary>Of those who can log in, the ones named and those who have one of the roles.</summary>
    public static IQueryable<AddresseeRecord> Among(QgpDbContext db, IReadOnlyCollection<int> userIds, IReadOnlyCollection<int> roleIds) =>
        Of(Active(db).Where(user => userIds.Contains(user.Id) || user.Roles.Any(assigned => roleIds.Contains(assigned.RoleId))));

    /// <summary>The ids that no user, and those that no role has.</summary>
    public static async Task<(IReadOnlyList<int> Users, IReadOnlyList<int> Roles)> MissingAsync(
        QgpDbContext db, IReadOnlyCollection<int> userIds, IReadOnlyCollection<int> roleIds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (userIds.Count + roleIds.Count == 0) return ([], []);
        var users = db.Set<User>().Where(user => userIds.Contains(user.Id)).Select(user => new { user.Id, IsUser = true });
        var roles = db.Set<Role>().Where(role => roleIds.Contains(role.Id)).Select(role => new { role.Id, IsUser = false });
        var found = await users.Concat(roles).ToListAsync(cancellation);
        return ([.. userIds.Except(found.Where(one => one.IsUser).Select(one => one.Id))], [.. roleIds.Except(found.Where(one => !one.IsUser).Select(one => one.Id))]);
    }

    private static IQueryable<User> Active(QgpDbContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<User>().Where(user => user.IsActive);
    }

    private static IQueryable<AddresseeRecord> Of(IQueryable<User> users) =>
        users.Select(user => new AddresseeRecord { Id = user.Id, Name = user.FirstName + " " + user.LastName });
}
