using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>A text without NUL characters.</summary>
/// <param name="max">In characters.</param>
public class TextAttribute(int max) : MemberRuleAttribute
{
    private const string NotBlank = @"\S";

    public int Max => max;

    /// <summary>In characters; from 1 on, blank text is refused as well.</summary>
    public int Min { get; init; }

    internal override void Check(FieldErrors errors, string field, object value) => errors.Text(field, (string)value, Min, max);

    internal override void Describe(OpenApiSchema schema)
    {
        schema.MaxLength = max;
        if (Min == 0) return;
        schema.MinLength = Min;
        schema.Pattern = NotBlank;
    }
}
