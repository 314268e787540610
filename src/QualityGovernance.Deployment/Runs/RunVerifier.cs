using System.Security.Cryptography;
using System.Text.Json;

namespace QualityGovernance.Deployment.Runs;

/// <summary>
/// Reads a run back from its folder and holds it against its own chain: changed, removed, inserted and reordered receipts and changed log files are
/// each named. The chain shows that the record was not edited; it cannot show that somebody did not write a whole new record.
/// </summary>
public static class RunVerifier
{
    internal const string SealedCount = "receipts";

    public static RunRecord Read(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var problems = new List<string>();
        var receipts = new List<Receipt>();
        var lines = File.ReadAllText(run.LedgerPath).Split('\n');
        if (lines[^1].Length > 0)
            problems.Add($"Line {lines.Length} is cut off: it does not end with a line feed.");
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1];
            if (number == lines.Length && line.Length == 0)
                break;
            if (ParseLine(number, line, problems) is { } receipt)
                receipts.Add(receipt);
        }

        ChainChecks.Apply(run.Id, receipts, problems);
        foreach (var receipt in receipts)
            CheckLog(run, receipt, problems);
        return new RunRecord(run, receipts, problems);
    }

    private static Receipt? ParseLine(int number, string line, List<string> problems)
    {
        Receipt? receipt;
        try
        {
            receipt = CanonicalJson.Parse(line);
        }
        catch (JsonException)
        {
            receipt = null;
        }

        if (receipt is null)
            problems.Add($"Line {number} was changed: it is not a receipt.");
        else if (CanonicalJson.Line(receipt) != line || CanonicalJson.HashOf(receipt) != receipt.Hash)
            problems.Add($"Line {number} (receipt {receipt.Sequence}, {receipt.Name}) was changed: its content does not have the hash that it states.");
        return receipt;
    }

    private static void CheckLog(Run run, Receipt receipt, List<string> problems)
    {
        if (receipt.Log is not { } log)
            return;
        var path = Path.GetFullPath(Path.Combine(run.Folder, log.File));
        if (!path.StartsWith(run.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            problems.Add($"Receipt {receipt.Sequence} ({receipt.Name}) names a log outside the folder of the run: {log.File}.");
        else if (!File.Exists(path))
            problems.Add($"The log of {receipt.Name} was removed: {log.File} does not exist.");
        else if (Sha256Of(path) != log.Sha256)
            problems.Add($"The log of {receipt.Name} was changed: {log.File} does not have the hash that receipt {receipt.Sequence} states.");
    }

    internal static string Sha256Of(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
