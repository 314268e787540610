namespace QualityGovernance.Deployment.Documents.Runbook;

/// <summary>What the product can say: the texts in its sources. A document that quotes a message quotes one of them.</summary>
/// <param name="lines">Lines of sources.</param>
public sealed class ProductSentences(IEnumerable<string> lines)
{
    /// <summary>Stands in a quotation for what is different each time.</summary>
    public const char Gap = '…';

    private readonly List<string> texts = [.. lines.Where(line => line.Contains('"') && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).Select(line => line.Replace("\\\"", "\"", StringComparison.Ordinal))];

    /// <summary>Reads the sources of the service, of the deployment library and of the build.</summary>
    /// <param name="root">The checkout.</param>
    public static ProductSentences Of(string root) => new(
        new[] { "src", "build" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .SelectMany(File.ReadLines));

    /// <summary>Whether one line of the sources has the pieces between the gaps, in this order.</summary>
    public bool Contain(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var pieces = sentence.Split(Gap, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return pieces.Length > 0 && texts.Exists(text => Has(text, pieces));
    }

    private static bool Has(string text, string[] pieces)
    {
        var at = 0;
        foreach (var piece in pieces)
        {
            var found = text.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + piece.Length;
        }

        return true;
    }
}
