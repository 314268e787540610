using System.Collections;
using Microsoft.OpenApi;

namespace QualityGovernance.Platform.Http;

/// <summary>A list that is not too long.</summary>
/// <param name="max">Entries.</param>
public sealed class ItemsAttribute(int max) : MemberRuleAttribute
{
    public int Max => max;

    /// <summary>In characters, of each entry of a list of texts, which then is not blank either.</summary>
    public int LongestText { get; init; }

    internal override void Check(FieldErrors errors, string field, object value)
    {
        var items = ((IEnumerable)value).Cast<object?>().ToList();
        if (items.Count > max) errors.Add(field, $"This has {items.Count} entries; at most {max} are accepted.");
        else if (LongestText > 0)
            for (var index = 0; index < items.Count; index++) errors.Text($"{field}[{index}]", (string?)items[index], min: 1, max: LongestText, required: true);
    }

    internal override void Describe(OpenApiSchema schema)
    {
        schema.MaxItems = max;
        if (LongestText == 0 || schema.Items is not OpenApiSchema text) return;
        text.Type = JsonSchemaType.String;
        new TextAttribute(LongestText) { Min = 1 }.Describe(text);
    }
}
