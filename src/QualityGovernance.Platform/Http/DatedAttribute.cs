using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>A date that people mean: one beyond these years is a slip of the hand, and what follows from it can't be computed.</summary>
public sealed class DatedAttribute : MemberRuleAttribute
{
    internal static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal const string BeforeEarliest = "This is before 1900.";

    private static readonly DateTimeOffset End = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal override void Check(FieldErrors errors, string field, object value)
    {
        var date = value switch
        {
            DateTimeOffset moment => moment,
            DateOnly day => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero),
            _ => throw new NotSupportedException($"{field} is a {value.GetType().Name}, which is no date."),
        };
        errors.Require(date >= Earliest, field, BeforeEarliest).Require(date < End, field, "This is after 2199.");
    }

    internal override void Describe(OpenApiSchema schema) => schema.Description = "A date from 1900 to 2199.";
}
