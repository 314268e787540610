using QualityGovernance.Deployment.Evidence.Approvals;
using QualityGovernance.Deployment.Evidence.Attached;
using QualityGovernance.Deployment.Evidence.Checksums;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>Holds a pack against its checksums, its signature, the chain of its receipts and its approvals. Needs nothing but the folder and the trusted keys.</summary>
public static class PackVerifier
{
    /// <param name="folder">Of the pack.</param>
    /// <param name="trusted">Whose signatures count.</param>
    /// <exception cref="DeploymentException">There is no such folder.</exception>
    public static PackVerification Verify(string folder, TrustedKeys trusted)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        if (!Directory.Exists(folder))
            throw new DeploymentException($"There is no folder {folder}.", "./build.sh Evidence");
        var findings = new PackFindings();
        var hashes = PackFiles.HashesIn(folder);
        Sums(folder, hashes, findings);
        var signedBy = Seal(folder, hashes, trusted, findings);
        var record = Receipts(folder, findings);
        var attached = Attached(folder, findings);
        var approvals = Approval.ReadAll(folder, hashes.GetValueOrDefault(PackFolder.SumsName), trusted, findings);
        return new PackVerification([.. findings.Problems.Distinct()], [.. findings.Unknown], record, attached, signedBy, approvals);
    }

    private static void Sums(string folder, IReadOnlyDictionary<string, string> hashes, PackFindings findings)
    {
        var file = Path.Combine(folder, PackFolder.SumsName);
        if (!File.Exists(file))
        {
            findings.Problems.Add($"{PackFolder.SumsName} is missing.");
            return;
        }

        var text = PackFiles.Text(file);
        if (ChecksumList.TryParse(text) is not { } list || list.ToString() != text)
        {
            findings.Problems.Add($"{PackFolder.SumsName} was changed: it is not as it was written.");
            return;
        }

        var found = ChecksumList.Of(folder, hashes.Keys.Where(path => path != PackFolder.SumsName));
        findings.Problems.AddRange(list.DifferencesTo(found));
    }

    private static IReadOnlyList<TrustedKey> Seal(string folder, IReadOnlyDictionary<string, string> hashes, TrustedKeys trusted, PackFindings findings)
    {
        var file = Path.Combine(folder, PackSeal.FileName);
        if (!File.Exists(file))
        {
            findings.Unknown.Add($"The pack is not signed: it has no {PackSeal.FileName}, so nobody says that it is the one that was made.");
            return [];
        }

        if (Signed.Read(file, PackSeal.PredicateType, findings) is not { } signed)
            return [];
        foreach (var path in hashes.Keys.Union(signed.Statement.Subjects.Keys).Order(StringComparer.Ordinal))
        {
            if (!hashes.TryGetValue(path, out var hash))
                findings.Problems.Add($"{path} is missing.");
            else if (!signed.Statement.Subjects.TryGetValue(path, out var stated))
                findings.Problems.Add($"{path} was added.");
            else if (stated != hash)
                findings.Problems.Add($"{path} was changed.");
        }

        return signed.ByTrusted(trusted, findings);
    }

    private static IReadOnlyList<RunRecord> Attached(string folder, PackFindings findings)
    {
        var path = Path.Combine(folder, AttachedRuns.Folder);
        var records = new List<RunRecord>();
        foreach (var one in Directory.Exists(path) ? Directory.GetDirectories(path).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            if (Receipts(one, findings) is { } record)
                records.Add(record);
        }

        return records;
    }

    private static RunRecord? Receipts(string folder, PackFindings findings)
    {
        var record = PackFiles.RecordIn(folder);
        if (record is null)
        {
            findings.Problems.Add($"{Run.LedgerName} is missing or was changed: it does not begin with a receipt.");
            return null;
        }

        findings.Problems.AddRange(record.Problems.Select(problem => $"{Run.LedgerName}: {problem}"));
        findings.Problems.AddRange(BillDocuments.Problems(record, folder));
        return record;
    }
}
