using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Signing;

/// <summary>Verifies a pack for somebody who has nothing but the pack and the keys that they trust.</summary>
public static class VerifyEvidenceCommand
{
    /// <summary>The words of the command are not its words.</summary>
    public const int UsageExitCode = 2;

    private const string Help = """
        verify-evidence <pack> [--trust <file or folder>]

        Holds an acceptance pack against its checksums, its signature, the chain of its receipts and its approvals. Needs no repository, no engine, no network.

          <pack>      the folder of the pack
          --trust     a public key in PEM, or a folder of such keys, each named after whose it is

        Exit code 0: not a byte differs from what a trusted key has signed. 1: something was changed, is missing or was added; each file is named.
        2: the command could not be understood. 3: nothing was found to be changed, and not everything can be told, for example whose signature it is.

        """;

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments is ["--help" or "-h"])
        {
            output.Write(Help);
            return 0;
        }

        var (folder, trust) = arguments switch
        {
            [var one] when !one.StartsWith('-') => (one, null),
            [var one, "--trust", var keys] when !one.StartsWith('-') => (one, keys),
            ["--trust", var keys, var one] when !one.StartsWith('-') => (one, keys),
            _ => ((string?)null, (string?)null),
        };
        if (folder is null)
        {
            error.Write(Help);
            return UsageExitCode;
        }

        try
        {
            return Tell(PackVerifier.Verify(folder, Trusted(trust)), output);
        }
        catch (DeploymentException e)
        {
            error.WriteLine(e.Message);
            return UsageExitCode;
        }
    }

    /// <summary>Tells what was found.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(PackVerification pack, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var problem in pack.Problems.Concat(pack.Unknown))
            output.WriteLine(problem);
        if (pack.Pack is { } told)
            output.WriteLine($"{told.Record.Run.Id}: {told.FirstLine}");
        foreach (var signer in pack.SignedBy)
            output.WriteLine($"Signed by {signer.Name} ({signer.Id})");
        foreach (var approval in pack.Approvals)
            output.WriteLine($"Approved by {approval.By} in the role {approval.Role}, {approval.At:u}");
        output.WriteLine(pack.ExitCode switch
        {
            0 => "Not a byte differs from what was signed.",
            1 => pack.Problems.Count == 1 ? "One thing is not as it was made." : $"{pack.Problems.Count} things are not as they were made.",
            _ => "Nothing was found to be changed, and not everything can be told.",
        });
        return pack.ExitCode;
    }

    private static TrustedKeys Trusted(string? path)
    {
        if (path is null)
            return new TrustedKeys([]);
        var keys = TrustedKeys.Read(path);
        return keys.All.Count > 0 ? keys : throw new DeploymentException($"There is no public key in {path}.");
    }
}
