using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

/// <summary>Rules of requests that have to do with how records are kept.</summary>
public static class RequestRules
{
    public const int LongestReferenceNumber = 50;

    /// <summary>What a reference number that the caller chose must look like.</summary>
    public static FieldErrors ReferenceNumber(this FieldErrors errors, string field, string? value)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var before = errors.Items.Count;
        errors.Text(field, value, min: 1, max: LongestReferenceNumber);
        return value is null || errors.Items.Count > before || value.All(IsAllowed)
            ? errors
            : errors.Add(field, "This may hold letters, digits, hyphens, dots, underscores and slashes only.");
    }

    /// <summary>A member of a partial update that may be left out, but not emptied.</summary>
    public static FieldErrors NotNull<T>(this FieldErrors errors, string field, Optional<T?> value)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(errors);
        return errors.Require(!value.HasValue || value.Value is not null, field, "This can't be emptied; leave it out to keep it.");
    }

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '/';
}
