using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Web.Features.Identity.Users;

/// <param name="Search">In the address and the names, whatever the case.</param>
/// <param name="Department">Exactly.</param>
/// <param name="IsActive">Enabled accounts or disabled ones.</param>
internal sealed record UserFilter(
    [FromQuery(Name = "search"), Text(200)] string? Search,
    [FromQuery(Name = "department"), Text(User.LongestName)] string? Department,
    [FromQuery(Name = "is_active")] bool? IsActive);

internal static class ReadUsers
{
    public static Task<Results<Ok<UserResponse>, ProblemHttpResult>> OneAsync(
        [FromRoute(Name = "user_id")] int userId, QgpDbContext db, CancellationToken cancellation) =>
        db.Set<User>().ShowAsync(UserResponse.Projection, "User", userId, cancellation);

    public static async Task<Ok<UserResponse>> MeAsync(CurrentUser current, QgpDbContext db, CancellationToken cancellation) =>
        TypedResults.Ok(await db.Set<User>().Where(user => user.Id == current.Id).Select(UserResponse.Projection).SingleAsync(cancellation));

    public static async Task<Results<Ok<Page<UserResponse>>, ProblemHttpResult>> ListAsync(
        PageRequest page, [AsParameters] UserFilter filter, QgpDbContext db, CancellationToken cancellation)
    {
        var errors = new FieldErrors().Members(filter);
        if (errors.Any) return errors.ToProblem();

        IQueryable<User> users = db.Set<User>();
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var part = TextSearch.Part(filter.Search);
            users = users.Where(user => EF.Functions.Like(user.EmailKey, part, TextSearch.Escape)
                || EF.Functions.Like(user.FirstName.ToLower(), part, TextSearch.Escape)
                || EF.Functions.Like(user.LastName.ToLower(), part, TextSearch.Escape));
        }

        if (filter.Department is not null) users = users.Where(user => user.Department == filter.Department);
        if (filter.IsActive is { } active) users = users.Where(user => user.IsActive == active);
        return TypedResults.Ok(await users.OrderBy(user => user.Id).ToPageAsync(page, UserResponse.Projection, cancellation));
    }
}
