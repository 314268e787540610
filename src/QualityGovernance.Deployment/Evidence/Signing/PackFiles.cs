using System.Text;
using System.Text.Json;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>What belongs to a pack, and what stands beside it in its folder because it speaks of the pack: its signature and its approvals.</summary>
internal static class PackFiles
{
    public const string Approvals = "approvals";

    /// <summary>SHA-256 of every file that the pack is made of, by its path with slashes.</summary>
    public static IReadOnlyDictionary<string, string> HashesIn(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
        .Where(file => file != PackSeal.FileName && !file.StartsWith(Approvals + "/", StringComparison.Ordinal))
        .ToDictionary(file => file, file => RunVerifier.Sha256Of(Path.Combine(folder, file)), StringComparer.Ordinal);

    /// <summary>A file to the letter: a byte order mark is part of it.</summary>
    public static string Text(string file) => Encoding.UTF8.GetString(File.ReadAllBytes(file));

    /// <summary>The receipts in a pack, which say themselves of which run they are: the folder may have got another name on its way.</summary>
    /// <returns>Null where there are none that can be read.</returns>
    public static RunRecord? RecordIn(string folder)
    {
        var ledger = Path.Combine(folder, Run.LedgerName);
        return File.Exists(ledger) && RunId.TryParse(RunNamedIn(File.ReadLines(ledger).FirstOrDefault()), out var id)
            ? RunVerifier.Read(new Run(id, Path.GetFullPath(folder)))
            : null;
    }

    private static string? RunNamedIn(string? line)
    {
        try
        {
            return line is null ? null : CanonicalJson.Parse(line)?.Run;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
