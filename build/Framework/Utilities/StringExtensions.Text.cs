namespace Nuke.Common.Utilities;

/// <summary>Small text helpers that builds use.</summary>
public static partial class StringExtensions
{
    public static bool IsNullOrEmpty(this string str) => string.IsNullOrEmpty(str);
    public static bool IsNullOrWhiteSpace(this string str) => string.IsNullOrWhiteSpace(str);
    public static string ToNullIfEmpty(this string str) => string.IsNullOrEmpty(str) ? null : str;
    public static string ToNullIfWhiteSpace(this string str) => string.IsNullOrWhiteSpace(str) ? null : str;

    public static string Capitalize(this string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Append(this string str, string appendText) => str + appendText;
    public static string Prepend(this string str, string prependText) => prependText + str;
    public static string Repeat(this char ch, int count) => new(ch, count);

    public static string Truncate(this string str, int maxChars) =>
        str.Length <= maxChars ? str : str[..maxChars] + "…";

    public static string Indent(this string text, int count) => new string(' ', count) + text;

    public static string TrimStart(this string str, string trim) =>
        trim.Length > 0 && str.StartsWith(trim, StringComparison.Ordinal) ? str[trim.Length..] : str;

    public static string TrimEnd(this string str, string trim) =>
        trim.Length > 0 && str.EndsWith(trim, StringComparison.Ordinal) ? str[..^trim.Length] : str;

    /// <summary>Collapses every run of white space, line breaks included, into one space.</summary>
    public static string TrimWhitespaces(this string str) =>
        string.Join(' ', str.Split((char[])null, StringSplitOptions.RemoveEmptyEntries));

    public static string[] SplitSpace(this string str) => str.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static string[] SplitLineBreaks(this string str, StringSplitOptions options = StringSplitOptions.None) =>
        str.Split(["\r\n", "\n", "\r"], options);
}
