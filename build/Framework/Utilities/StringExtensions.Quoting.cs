namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static string DoubleQuote(this string str) => str == null ? null : $"\"{str.Replace("\"", "\\\"")}\"";

    public static string DoubleQuote(this object obj) => obj?.ToString().DoubleQuote();

    public static string DoubleQuoteIfNeeded(this string str) => str.DoubleQuoteIfNeeded(' ');

    public static string DoubleQuoteIfNeeded(this string str, params char?[] disallowed) =>
        NeedsQuotes(str, disallowed) && !str.IsDoubleQuoted() ? str.DoubleQuote() : str;

    public static string SingleQuote(this string str) => str == null ? null : $"'{str.Replace("'", "\\'")}'";

    public static string SingleQuote(this object obj) => obj?.ToString().SingleQuote();

    public static string SingleQuoteIfNeeded(this string str) => str.SingleQuoteIfNeeded(' ');

    public static string SingleQuoteIfNeeded(this string str, params char?[] disallowed) =>
        NeedsQuotes(str, disallowed) && !str.IsSingleQuoted() ? str.SingleQuote() : str;

    public static bool IsDoubleQuoted(this string str) => IsQuotedBy(str, '"');

    public static bool IsSingleQuoted(this string str) => IsQuotedBy(str, '\'');

    public static string TrimMatchingDoubleQuotes(this string str) => str.IsDoubleQuoted() ? str[1..^1] : str;

    public static string TrimMatchingSingleQuotes(this string str) => str.IsSingleQuoted() ? str[1..^1] : str;

    private static bool IsQuotedBy(string str, char quote) =>
        str is { Length: >= 2 } && str[0] == quote && str[^1] == quote;

    private static bool NeedsQuotes(string str, char?[] disallowed) =>
        str is { Length: 0 } || (str != null && Array.Exists(disallowed, x => x.HasValue && str.Contains(x.Value)));
}
