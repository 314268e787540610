using System.Text.RegularExpressions;

namespace Build.Tests.Conformance;

/// <summary>Output with everything taken out that differs from run to run, as the README beside the transcripts describes it.</summary>
public static partial class Transcript
{
    public static string Normalise(string output, string root)
    {
        var text = output.Replace('\u00a0', ' ').Replace("\u200b", string.Empty).Replace(root, "<root>");
        text = Colour().Replace(text, string.Empty);
        var lines = text.Split('\n')
            .Where(x => !StackFrame().IsMatch(x) && !x.StartsWith("NUKE ", StringComparison.Ordinal))
            .Select(x => Timestamp().Replace(x, string.Empty))
            .Select(x => Outcome().Replace(x, "${outcome} on <date>"))
            .Select(x => Duration().Replace(x, " <duration>${rest}"))
            .Select(x => x.TrimEnd());
        return BlankLines().Replace(string.Join('\n', lines), "\n\n").Trim('\n');
    }

    /// <summary>The first difference between two texts, to be read by a person; null when they are equal.</summary>
    public static string? Difference(string expected, string actual)
    {
        var expectedLines = expected.Split('\n');
        var actualLines = actual.Split('\n');
        for (var i = 0; i < Math.Max(expectedLines.Length, actualLines.Length); i++)
        {
            var (wanted, got) = (expectedLines.ElementAtOrDefault(i), actualLines.ElementAtOrDefault(i));
            if (wanted != got)
                return $"Line {i + 1}: expected '{wanted ?? "the end"}', but got '{got ?? "the end"}'. All of it:\n{actual}";
        }
        return null;
    }

    // Lines that held nothing but a zero-width space.
    [GeneratedRegex(@"\n{3,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"\u001b\[[0-9;]*m", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();

    [GeneratedRegex(@"^   at ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StackFrame();

    [GeneratedRegex(@"^\d\d:\d\d:\d\d ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"^(?<outcome>Build (succeeded|failed)) on .*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Outcome();

    [GeneratedRegex(@" +(< 1sec|\d+:\d\d)(?<rest>$|   //)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Duration();
}
