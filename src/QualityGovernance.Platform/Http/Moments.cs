namespace QualityGovernance.Platform.Http;

/// <summary>Dates of a query, see <see cref="MomentAttribute"/>.</summary>
public static class Moments
{
    /// <summary>Null where none was given, or none that can be read: the rule has said so.</summary>
    public static DateTimeOffset? Read(string? text) => text is not null && UtcDateTimeOffsetConverter.TryRead(text, out var moment) ? moment : null;

    /// <summary>Refuses a period that ends before it begins, of which a list would always be empty. Either end may be left out.</summary>
    public static FieldErrors Period(this FieldErrors errors, string? from, string? to)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return errors.Require(!(Read(from) > Read(to)), "from", "This is after to.");
    }
}
