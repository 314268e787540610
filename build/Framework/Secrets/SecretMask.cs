using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Knows every secret value of this run and takes it out of text.</summary>
internal static class SecretMask
{
    public const string Replacement = "[REDACTED]";

    // A secret of several lines may hold lines that tell nothing, such as a brace: they are not taken out of all output.
    private const int ShortestLine = 2;

    private static readonly Lock s_lock = new();
    private static volatile string[] s_secrets = [];

    public static bool IsEmpty => s_secrets.Length == 0;

    /// <summary>Registers a value, each of its lines, and the forms it takes in addresses and quoted arguments.</summary>
    /// <returns>The values that were not known before.</returns>
    public static IReadOnlyList<string> Register(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return [];
        var lines = value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var forms = lines
            .Where(x => lines.Length == 1 || x.Length > ShortestLine)
            .SelectMany(x => (string[])[x, Uri.EscapeDataString(x), x.Replace("\\", "\\\\").Replace("\"", "\\\"")])
            .Distinct(StringComparer.Ordinal);
        lock (s_lock)
        {
            var added = forms.Except(s_secrets, StringComparer.Ordinal).ToList();
            // The longest first: a secret that contains another one disappears as a whole.
            if (added.Count > 0)
                s_secrets = [.. Enumerable.Concat(s_secrets, added).OrderByDescending(x => x.Length)];
            return added;
        }
    }

    public static string Apply(string text)
    {
        var secrets = s_secrets;
        if (secrets.Length == 0 || string.IsNullOrEmpty(text))
            return text;
        StringBuilder masked = null;
        var position = 0;
        while (Find(text, position, secrets) is { Length: > 0 } match)
        {
            (masked ??= new StringBuilder(text.Length)).Append(text, position, match.Index - position).Append(Replacement);
            position = match.Index + match.Length;
        }
        return masked == null ? text : masked.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Length of the longest end of <paramref name="text"/> that could be the beginning of a secret.</summary>
    public static int UndecidedTail(string text)
    {
        var longest = 0;
        foreach (var secret in s_secrets)
        {
            for (var length = Math.Min(secret.Length - 1, text.Length); length > longest; length--)
            {
                if (string.CompareOrdinal(text, text.Length - length, secret, 0, length) == 0)
                    longest = length;
            }
        }
        return longest;
    }

    private static (int Index, int Length) Find(string text, int start, string[] secrets)
    {
        var found = (Index: text.Length, Length: 0);
        foreach (var secret in secrets)
        {
            var index = text.IndexOf(secret, start, StringComparison.Ordinal);
            if (index >= 0 && index < found.Index)
                found = (index, secret.Length);
        }
        return found;
    }
}
