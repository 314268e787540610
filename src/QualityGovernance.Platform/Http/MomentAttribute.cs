using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>A date and time in a query, in the form and the years that a body is held to; the handler reads it with <see cref="Moments.Read"/>. The framework would also take 10:00, and 05/01/2026 for May.</summary>
public sealed class MomentAttribute : MemberRuleAttribute
{
    private static readonly DatedAttribute Years = new();

    internal override void Check(FieldErrors errors, string field, object value)
    {
        if (UtcDateTimeOffsetConverter.TryRead((string)value, out var moment)) Years.Check(errors, field, moment);
        else errors.Add(field, UtcDateTimeOffsetConverter.Unreadable);
    }

    internal override void Describe(OpenApiSchema schema)
    {
        schema.Format = "date-time";
        Years.Describe(schema);
    }
}
