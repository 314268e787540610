namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    public static bool EqualsOrdinalIgnoreCase(this string str, string other) =>
        string.Equals(str, other, StringComparison.OrdinalIgnoreCase);

    public static bool ContainsOrdinalIgnoreCase(this string str, string other) =>
        str.Contains(other, StringComparison.OrdinalIgnoreCase);

    public static bool StartsWithOrdinalIgnoreCase(this string str, string other) =>
        str.StartsWith(other, StringComparison.OrdinalIgnoreCase);

    public static bool EndsWithOrdinalIgnoreCase(this string str, string other) =>
        str.EndsWith(other, StringComparison.OrdinalIgnoreCase);

    public static bool EqualsAnyOrdinalIgnoreCase(this string str, params string[] others) =>
        Array.Exists(others, str.EqualsOrdinalIgnoreCase);

    public static bool ContainsAnyOrdinalIgnoreCase(this string str, params string[] others) =>
        Array.Exists(others, str.ContainsOrdinalIgnoreCase);

    public static bool StartsWithAny(this string str, params string[] others) =>
        Array.Exists(others, x => str.StartsWith(x, StringComparison.Ordinal));

    public static bool EndsWithAny(this string str, params string[] others) =>
        Array.Exists(others, x => str.EndsWith(x, StringComparison.Ordinal));

    public static bool StartsWithAnyOrdinalIgnoreCase(this string str, params string[] others) =>
        Array.Exists(others, str.StartsWithOrdinalIgnoreCase);

    public static bool EndsWithAnyOrdinalIgnoreCase(this string str, params string[] others) =>
        Array.Exists(others, str.EndsWithOrdinalIgnoreCase);
}
