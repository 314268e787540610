using Microsoft.AspNetCore.Http;

namespace QualityGovernance.Platform.Security;

/// <summary>Who sends the request, as the database had it when the request came in. A handler takes it as a parameter.</summary>
/// <param name="Id">The user's.</param>
/// <param name="IsSuperuser">Has every permission.</param>
/// <param name="Permissions">Of all roles together.</param>
public sealed record CurrentUser(int Id, bool IsSuperuser, IReadOnlySet<string> Permissions)
{
    private static readonly object Key = new();

    /// <summary>What logins of the account are counted by.</summary>
    public string Account { get; init; } = "";

    /// <summary>The roles that the user has.</summary>
    public IReadOnlyList<int> RoleIds { get; init; } = [];

    public bool May(Permission permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        return IsSuperuser || Permissions.Contains(permission.Name);
    }

    /// <summary>Null when nobody is logged in.</summary>
    public static CurrentUser? Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Items.TryGetValue(Key, out var user) ? (CurrentUser?)user : null;
    }

    public static ValueTask<CurrentUser?> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    internal void Attach(HttpContext http) => http.Items[Key] = this;
}
