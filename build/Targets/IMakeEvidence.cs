using Nuke.Common;

/// <summary>What a run showed, for those who have to accept it, and whether it is still what was made.</summary>
interface IMakeEvidence : IHasEvidence
{
    [Parameter("Evidence: ends with exit code 0 also where the pack is incomplete, for somebody who wants it to read. The pack stays incomplete and says so, and what has failed still fails")]
    bool AllowIncomplete => TryGetValue<bool?>(() => AllowIncomplete) ?? false;

    Target Evidence => _ => _
        .Description("Makes the acceptance pack of a run, of the newest rehearsal unless --run names another: Markdown, HTML, JSON, receipts, logs, checksums, signature. Exits with the verdict's code")
        .Produces(EvidenceDirectory / "*" / "*")
        .Executes(() => ExitCode = EvidenceWork.Make(RunName, AllowIncomplete));

    Target VerifyEvidence => _ => _
        .Description("Holds an acceptance pack, the newest or that of --run, against its checksums, signature, receipts and approvals, and names each file that differs. Exit code 1 where one does, 3 where something cannot be told")
        .Executes(() => ExitCode = EvidenceWork.Verify(RunName));
}
