using System.Globalization;
using System.Text;

namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>
/// JSON of which there is exactly one form (RFC 8785): members sorted by name, no space, the shortest escapes, everything else as it is. Only what the trail needs: objects,
/// texts, whole numbers and null. An escape or an order of its own, rather than a serializer's, so that no release of a library ever changes a hash.
/// </summary>
internal static class CanonicalJson
{
    /// <param name="members">Values are text, <see cref="int"/>, <see cref="long"/>, null, or canonical JSON again.</param>
    public static Raw Object(params (string Name, object? Value)[] members)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in members.OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            if (text.Length > 1) text.Append(',');
            Append(text, name);
            text.Append(':');
            Append(text, value);
        }

        return new(text.Append('}').ToString());
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case Raw raw: text.Append(raw.Text); break;
            case string words: Append(text, words); break;
            case int or long: text.Append(CultureInfo.InvariantCulture, $"{value}"); break;
            default: throw new ArgumentException($"A {value.GetType().Name} has no canonical form here. Write it as text or as a whole number.", nameof(value));
        }
    }

    private static void Append(StringBuilder text, string words)
    {
        text.Append('"');
        foreach (var character in words)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }

    /// <summary>What is canonical already.</summary>
    internal sealed record Raw(string Text);
}
