namespace Nuke.Common.Utilities;

public static partial class StringExtensions
{
    // Product names that stay one word: --github-token, not --git-hub-token.
    private static readonly string[] s_knownWords =
        ["DotNet", "GitHub", "GitVersion", "MSBuild", "NuGet", "ReSharper", "AppVeyor", "TeamCity", "GitLab", "SignPath"];

    public static IEnumerable<string> SplitCamelHumpsWithKnownWords(this string str) => str.SplitCamelHumps(s_knownWords);

    /// <summary>Splits at the humps of a name; a run of capitals is one hump (<c>BuildID</c>: Build, ID).</summary>
    public static IEnumerable<string> SplitCamelHumps(this string str, params string[] exclusions)
    {
        var start = 0;
        var position = 0;
        while (position < str.Length)
        {
            var known = Array.Find(exclusions, x => string.CompareOrdinal(str, position, x, 0, x.Length) == 0);
            if (known != null)
            {
                if (position > start)
                    yield return str[start..position];
                yield return known;
                start = position += known.Length;
                continue;
            }
            if (position > start && IsHump(str, position))
            {
                yield return str[start..position];
                start = position;
            }
            position++;
        }
        if (start < str.Length)
            yield return str[start..];
    }

    private static bool IsHump(string str, int position) =>
        char.IsUpper(str[position]) &&
        (!char.IsUpper(str[position - 1]) || (position + 1 < str.Length && char.IsLower(str[position + 1])));
}
