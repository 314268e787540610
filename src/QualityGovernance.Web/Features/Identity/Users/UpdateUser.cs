using Microsoft.EntityFrameworkCore;
using QualityGovernance.Web.Features.Identity.Auth;

namespace QualityGovernance.Web.Features.Identity.Users;

/// <summary>What is left out stays as it is; the roles given replace those there are.</summary>
public sealed record UserUpdate(
    [Required, Email(User.LongestEmail)] Optional<string?> Email,
    [Required, Text(User.LongestName, Min = 1)] Optional<string?> FirstName,
    [Required, Text(User.LongestName, Min = 1)] Optional<string?> LastName,
    [Text(User.LongestName)] Optional<string?> JobTitle,
    [Text(User.LongestName)] Optional<string?> Department,
    [Text(User.LongestPhone)] Optional<string?> Phone,
    [Required] Optional<bool?> IsActive,
    [SetApart, Items(RoleAssignment.Most)] Optional<IReadOnlyList<int>?> RoleIds) : IPartialUpdate<User>;

internal static class UpdateUser
{
    public static async Task<Results<Ok<UserResponse>, ProblemHttpResult>> HandleAsync(
        [FromRoute(Name = "user_id")] int userId, UserUpdate request, CurrentUser current, Sessions sessions, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        await using var work = await JoinedTransaction.BeginAsync(db, cancellation);
        var reading = new RoundTrip(db);
        var end = request.IsActive.HasValue ? SuperuserGuard.AskEnd(reading, userId, current, db) : null;
        var found = reading.Ask(db.Set<User>().Include(candidate => candidate.Roles).ThenInclude(assigned => assigned.Role).Where(candidate => candidate.Id == userId));
        await reading.SendAsync(cancellation);
        if (found.One is not { } user) return ApiProblem.NotFound("User", userId);
        if (user.IsSuperuser && !current.IsSuperuser) return ApiProblem.Forbidden("Only a superuser can change a superuser's account.");
        if (request.IsActive.Value == false && user.Id == current.Id) return ApiProblem.Conflict("Nobody can disable their own account. Ask another administrator.");
        if (request.IsActive.Value == false && end?.Invoke(user) is { } kept) return kept;
        var email = User.KeyOf(request.Email.Or(user.Email)!);
        var trip = new RoundTrip(db);
        var other = trip.Ask(db.Set<User>().Where(candidate => candidate.EmailKey == email && candidate.Id != userId).Select(candidate => candidate.Id));
        var assign = AskAssignment(trip, user, request.RoleIds, current, db);
        // When it is enabled as well: a login at the moment of disabling, which the snapshot of an If-Match leaves out, is seen by then.
        if (request.IsActive.Value is { } active && active != user.IsActive) sessions.AskRevokeAll(trip, userId);
        await trip.SendAsync(cancellation);
        if (other.Any) return ApiProblem.Conflict("Another account has this e-mail address.");
        if (assign?.Invoke() is { } refusal) return refusal;

        request.ApplyTo(user);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return TypedResults.Ok(UserResponse.Of(user));
    }

    /// <summary>Null when the roles stay; else what assigns them after the trip, or refuses to.</summary>
    private static Func<ProblemHttpResult?>? AskAssignment(RoundTrip trip, User user, Optional<IReadOnlyList<int>?> roleIds, CurrentUser current, QgpDbContext db)
    {
        if (!roleIds.HasValue) return null;
        var wanted = roleIds.Value?.Distinct().ToList() ?? [];
        var had = user.Roles.Select(assigned => assigned.RoleId).ToList();
        if (wanted.ToHashSet().SetEquals(had)) return null;
        var unassignable = RoleAssignment.AskRefusal(trip, wanted.Except(had).ToList(), current, db);
        return () =>
        {
            if (unassignable() is { } refusal) return refusal;
            user.Roles.RemoveAll(assigned => !wanted.Contains(assigned.RoleId));
            user.Roles.AddRange(wanted.Except(had).Select(roleId => new UserRole { RoleId = roleId }));
            return null;
        };
    }
}
