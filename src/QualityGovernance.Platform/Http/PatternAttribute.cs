using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>A text of a certain form.</summary>
/// <param name="max">In characters.</param>
/// <param name="pattern">Of the whole text, in what .NET and ECMAScript have in common.</param>
/// <param name="message">What it must look like, for people.</param>
public class PatternAttribute(int max, string pattern, string message) : TextAttribute(max)
{
    private readonly Regex _form = new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public string Form => pattern;

    public string Message => message;

    internal override void Check(FieldErrors errors, string field, object value)
    {
        var before = errors.Items.Count;
        base.Check(errors, field, value);
        // The end of a line is no end of the text.
        if (errors.Items.Count == before) errors.Require(_form.Match((string)value) is { Success: true } match && match.Length == ((string)value).Length, field, message);
    }

    internal override void Describe(OpenApiSchema schema)
    {
        base.Describe(schema);
        schema.Pattern = pattern;
    }
}
