namespace QualityGovernance.Deployment.Contracts;

/// <summary>What may stand at one place of a request or an answer.</summary>
/// <param name="Name">The schema that the place belongs to and its name there, such as <c>IncidentCreate.title</c>; the bare name where the schema has none.</param>
/// <param name="Types">Of JSON; empty where anything may stand.</param>
/// <param name="Format">Of a text or a number, such as <c>date-time</c>.</param>
/// <param name="Values">The closed set that it is one of; null where there is none.</param>
/// <param name="Required">It can't be left out.</param>
/// <param name="Limits">Such as <c>maxLength</c>, by the name in the document.</param>
/// <param name="Pattern">That a text must match somewhere; null where any text will do.</param>
public sealed record ApiValue(string Name, IReadOnlySet<string> Types, string? Format, IReadOnlySet<string>? Values, bool Required, IReadOnlyDictionary<string, decimal> Limits, string? Pattern = null)
{
    /// <summary>Whatever the other may be, this may be too.</summary>
    public bool Takes(ApiValue other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Types.Count == 0 || (other.Types.Count > 0 && other.Types.All(type => Types.Contains(type) || (type == "integer" && Types.Contains("number"))));
    }

    /// <summary>The types and the format, or the values, in words fit for a table.</summary>
    public override string ToString()
    {
        var types = Types.Count == 0 ? "anything" : string.Join(" or ", Types.Order(StringComparer.Ordinal).Select(type => type == "string" && Format is not null ? Format : type));
        return Values is null ? types : $"{types} of {string.Join(", ", Values.Order(StringComparer.Ordinal))}";
    }
}
