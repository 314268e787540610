using System.Text;

namespace QualityGovernance.Deployment.Scanning.Secrets;

/// <summary>Looks for secrets in one file. What it returns names the file, the line and the rule, never the value.</summary>
internal static class SecretScanner
{
    /// <summary>Larger files are counted as not read by their reader, never as clean.</summary>
    public const int LargestFile = 64_000_000;

    private const int SniffedBytes = 8000;

    /// <summary>Bits per character: words and placeholders are below, random text is above.</summary>
    private const double LeastEntropy = 3.6;

    private static readonly string[] Placeholders = ["example", "sandbox-only", "sandboxonly", "placeholder", "changeme", "change-me", "your-", "your_", "not-for-production", "xxxxx"];

    /// <param name="where">For the finding.</param>
    /// <param name="content">Text in UTF-8, or anything else: then only the rules are asked that cannot be mistaken, of the bytes without zeros, which reads UTF-16 as well.</param>
    public static IReadOnlyList<Finding> Scan(string where, ReadOnlySpan<byte> content)
    {
        var isText = !content[..Math.Min(content.Length, SniffedBytes)].Contains((byte)0);
        return isText ? ScanText(where, Encoding.UTF8.GetString(content)) : ScanBytes(where, content);
    }

    public static IReadOnlyList<Finding> ScanText(string where, string text) =>
        [.. SecretRules.All.SelectMany(rule => rule.Pattern.Matches(text).Where(match => rule.IsSpecific || IsSecret(match.Groups["secret"].Value))
            .Select(match => Found(rule, where, $"line {text.AsSpan(0, match.Index).Count('\n') + 1}")))];

    private static IReadOnlyList<Finding> ScanBytes(string where, ReadOnlySpan<byte> content)
    {
        var text = new StringBuilder(content.Length);
        foreach (var one in content)
        {
            if (one != 0)
                text.Append((char)one);
        }

        var all = text.ToString();
        return [.. SecretRules.All.Where(rule => rule.IsSpecific && rule.Pattern.IsMatch(all)).Select(rule => Found(rule, where, "in a file that is no text"))];
    }

    private static Finding Found(SecretRule rule, string where, string place) => new(rule.Id, where, $"{place} looks like a secret of the kind {rule.Id}", Severity.Critical);

    private static bool IsSecret(string value) =>
        !Placeholders.Any(word => value.Contains(word, StringComparison.OrdinalIgnoreCase)) && value.Any(char.IsAsciiDigit) && Entropy(value) >= LeastEntropy;

    private static double Entropy(string value) => value.GroupBy(one => one).Select(group => (double)group.Count() / value.Length).Sum(share => -share * Math.Log2(share));
}
