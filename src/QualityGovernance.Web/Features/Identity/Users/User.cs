namespace QualityGovernance.Web.Features.Identity.Users;

/// <summary>An account.</summary>
public sealed class User : Entity
{
    public const int LongestEmail = 255;
    public const int LongestName = 100;
    public const int LongestPhone = 20;

    private string _email = "";

    public required string Email
    {
        get => _email;
        set
        {
            _email = value;
            EmailKey = KeyOf(value);
        }
    }

    /// <summary>What makes two addresses the same account.</summary>
    public string EmailKey { get; private set; } = "";

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public string? JobTitle { get; set; }

    public string? Department { get; set; }

    public string? Phone { get; set; }

    public required string PasswordHash { get; set; }

    /// <summary>An account that is not can't log in, and its tokens are refused.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Has every permission. Given by the create-admin command only.</summary>
    public bool IsSuperuser { get; init; }

    public List<UserRole> Roles { get; } = [];

    public static string KeyOf(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return email.Trim().ToLowerInvariant();
    }
}
