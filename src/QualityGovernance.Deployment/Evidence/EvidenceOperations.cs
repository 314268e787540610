using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Approvals;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence;

/// <summary>What the targets of evidence do.</summary>
/// <param name="options">Where everything is.</param>
/// <param name="machine">Has the operator's variables.</param>
/// <param name="mask">Gets private keys.</param>
/// <param name="console">Hears what happens.</param>
public sealed class EvidenceOperations(EvidenceOptions options, IMachine machine, SecretMask mask, IRunConsole console)
{
    private readonly SigningKeySource keys = new(options.Root, machine, mask);
    private readonly PackFolder packs = new(options.EvidenceFolder);

    /// <summary>Makes the pack of a run, and signs it where there is a key.</summary>
    /// <returns>The exit code of its verdict, or 0 where an incomplete pack is allowed and it is no worse.</returns>
    public int Make(string? runId, bool allowIncomplete = false)
    {
        using var key = keys.IsThere ? keys.Read() : null;
        return AcceptancePack.Make(options.RunsFolder, runId, options.EvidenceFolder, key, console, allowIncomplete);
    }

    /// <summary>Holds a pack against everything it states.</summary>
    /// <returns>The exit code of <see cref="PackVerification"/>.</returns>
    public int Verify(string? runId)
    {
        using var output = new StringWriter();
        var code = VerifyEvidenceCommand.Tell(PackVerifier.Verify(packs.Find(runId), TrustedKeys.Read(Path.Combine(options.Root, TrustedKeys.Folder))), output);
        foreach (var line in output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            console.Line(code == 0 ? RunLevel.Normal : RunLevel.Warning, line.TrimEnd('\r'));
        return code;
    }

    /// <summary>Makes a key for signing.</summary>
    public void CreateKey(string by, string? keyFile)
    {
        var (hidden, shown) = keys.Make(by, keyFile);
        console.Line(RunLevel.Good, $"A key for {by} was made.");
        console.Line(RunLevel.Normal, $"  Private, for {by} alone: {hidden}. Keep a copy where only {by} has access; it cannot be made again.");
        console.Line(RunLevel.Normal, $"  Public: {shown}. Commit it: whoever has it in their checkout trusts it.");
    }

    /// <summary>Takes an approval of a pack.</summary>
    public async Task ApproveAsync(ICommandRunner runner, string? runId, string role, string by, string? keyFile, TimeProvider time, CancellationToken cancellation = default)
    {
        var folder = packs.Find(runId);
        using var key = keys.Read(keyFile);
        await new Approving(options.Root, runner, time, console).ApproveAsync(folder, role, by, key, cancellation);
    }
}
