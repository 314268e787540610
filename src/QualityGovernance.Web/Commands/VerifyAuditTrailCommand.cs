using QualityGovernance.Platform.Auditing.Chain;

namespace QualityGovernance.Web.Commands;

/// <summary>Verifies an export of the audit trail, where there is neither a database nor a setting.</summary>
internal static class VerifyAuditTrailCommand
{
    private const int Broken = 1;
    private const int NoInput = 66; // EX_NOINPUT of sysexits.h

    public static async Task<int> RunAsync(string path, TrailAnchors anchors)
    {
        TrailReport report;
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            report = await TrailVerifier.VerifyAsync(file, anchors, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{path} can't be read: {e.Message}");
            return NoInput;
        }

        if (report.Fault is { } fault)
        {
            await Console.Error.WriteLineAsync($"{path}, line {fault.Line}: {Name(fault.Finding)}. {fault.Sentence}");
            return Broken;
        }

        var entries = report.First == 0 ? "no entries" : $"entries {report.First} to {report.Last}";
        await Console.Out.WriteLineAsync($"{path} holds {entries}, unchanged, in order and without a gap{(anchors.Head is null ? "" : ", the anchored head among them")}. Head: {report.Last} {report.LastHash}");
        if (anchors.Head is null)
            await Console.Out.WriteLineAsync("No head was given: whether the whole chain was rewritten, or cut off at its end, can only be told with one that was kept elsewhere (--head <hash>).");
        return 0;
    }

    private static string Name(TrailFinding finding) => finding switch
    {
        TrailFinding.CutShort => "cut short",
        TrailFinding.NotTheAnchored => "not the anchored trail",
        _ => finding.ToString().ToLowerInvariant(),
    };
}
