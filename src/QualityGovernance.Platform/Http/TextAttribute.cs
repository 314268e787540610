using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>A text without NUL characters.</summary>
/// <param name="max">In characters.</param>
public class TextAttribute(int max) : MemberRuleAttribute
{
    private const string NotBlank = @"\S";

    public int Max => max;

    /// <summary>In characters; from 1 on, blank text is refused as well, unless <see cref="MayBeBlank"/>.</summary>
    public int Min { get; init; }

    /// <summary>Spaces count as characters: a password may be of nothing else.</summary>
    public bool MayBeBlank { get; init; }

    internal override void Check(FieldErrors errors, string field, object value) => errors.Text(field, (string)value, Min, max, mayBeBlank: MayBeBlank);

    internal override void Describe(OpenApiSchema schema)
    {
        schema.MaxLength = max;
        if (Min == 0) return;
        schema.MinLength = Min;
        if (!MayBeBlank) schema.Pattern = NotBlank;
    }
}
