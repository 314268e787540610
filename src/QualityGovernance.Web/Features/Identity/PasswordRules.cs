namespace QualityGovernance.Web.Features.Identity;

/// <summary>What a new password must hold to, wherever it is set.</summary>
public static class PasswordRules
{
    public const int Shortest = 8;
    public const int Longest = 100;

    public static FieldErrors NewPassword(this FieldErrors errors, string field, string? value)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return errors.Text(field, value, min: Shortest, max: Longest, required: true);
    }
}
