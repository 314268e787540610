using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Identity.Users;

public sealed record UserCreate(
    [Required, Email(User.LongestEmail)] string? Email,
    [Required, Text(User.LongestName, Min = 1)] string? FirstName,
    [Required, Text(User.LongestName, Min = 1)] string? LastName,
    [Required, Text(PasswordRules.Longest, Min = PasswordRules.Shortest)] string? Password,
    [Text(User.LongestName)] string? JobTitle = null,
    [Text(User.LongestName)] string? Department = null,
    [Text(User.LongestPhone)] string? Phone = null,
    [Items(RoleAssignment.Most)] IReadOnlyList<int>? RoleIds = null);

internal static class CreateUser
{
    public static async Task<Results<Created<UserResponse>, ProblemHttpResult>> HandleAsync(
        UserCreate request, CurrentUser current, QgpDbContext db, Passwords passwords, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(request);
        if (errors.Any) return errors.ToProblem();

        var roleIds = request.RoleIds?.Distinct().ToList() ?? [];
        var trip = new RoundTrip(db);
        var unassignable = roleIds.Count > 0 ? RoleAssignment.AskRefusal(trip, roleIds, current, db) : null;
        await trip.SendAsync(cancellation);
        if (unassignable?.Invoke() is { } refusal) return refusal;

        var user = new User
        {
            Email = request.Email!,
            FirstName = request.FirstName!,
            LastName = request.LastName!,
            JobTitle = request.JobTitle,
            Department = request.Department,
            Phone = request.Phone,
            PasswordHash = passwords.Hash(request.Password!),
        };
        user.Roles.AddRange(roleIds.Select(roleId => new UserRole { RoleId = roleId }));
        db.Add(user);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (UniqueViolationException)
        {
            return ApiProblem.Conflict("Another account has this e-mail address.");
        }

        return TypedResults.Created($"/api/v1/users/{user.Id}", UserResponse.Of(user));
    }
}
