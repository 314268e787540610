using System;
using Nuke.Common;
using Nuke.Common.IO;

/// <summary>People who vouch for a pack, each with a key of their own.</summary>
interface IApprove : IHasEvidence, IHasCancellation
{
    [Parameter("Approve: in which role: technical, security, operations or owner")]
    string Role => TryGetValue(() => Role);

    [Parameter("Approve, CreateSigningKey: whose approval or key it is, by the name of their public key in .nuke/trust")]
    string By => TryGetValue(() => By);

    [Parameter("Approve, CreateSigningKey: the file of the private key. Default is QGP_SIGNING_KEY, QGP_SIGNING_KEY_FILE or .nuke/keys/signing.pem")]
    AbsolutePath Key => TryGetValue(() => Key);

    Target CreateSigningKey => _ => _
        .Description("Makes a private key for signing packs and releases, or for approving, and puts its public half among the trusted ones. Overwrites nothing")
        .Requires(() => By)
        .Executes(() => EvidenceWork.CreateKey(By, Key));

    Target Approve => _ => _
        .Description("Signs the newest acceptance pack, or that of --run, in a --role with the key of --by. Void as soon as the pack changes; nobody approves what they wrote or made")
        .Requires(() => Role)
        .Requires(() => By)
        .Executes(() => EvidenceWork.ApproveAsync(Commands, RunName, Role, By, Key, TimeProvider.System, Cancellation));
}
