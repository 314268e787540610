using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Releases.Vouching;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication.Steps;

/// <summary>
/// Says beside the release where it comes from, and signs that where there is a key. What is signed already stays as it is; a release that was published without
/// a key gets its signature when it is published again with one.
/// </summary>
internal sealed class SignReleaseStep(PublicationOptions options, ReleaseStore store, PublicationFindings findings, IEnvelopeSigner? signer) : IStep
{
    public string Name => "SignRelease";

    public TimeSpan Deadline => TimeSpan.FromMinutes(10);

    private string Folder => store.FolderOf(options.Tag);

    public Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        if (Read() is { Wrong.Count: > 0 } changed)
            throw new StepFailedException($"{options.Tag} is not what was signed when it was published: {changed} Bring {Folder} back from a copy, or take the next version.");
        var isSigned = File.Exists(Path.Combine(Folder, ReleaseSeal.FileName));
        if (signer is not null && !ReleaseSeal.Covers(Folder, store.Require(options.Tag)))
            store.Add(options.Tag, ReleaseSeal.FileName, Statement().Sign(signer).ToString(), insteadOf: ReleaseSeal.UnsignedName);
        else if (!isSigned && !File.Exists(Path.Combine(Folder, ReleaseSeal.UnsignedName)))
            store.Add(options.Tag, ReleaseSeal.UnsignedName, Statement().ToString());
        Tell(context);
        return Task.CompletedTask;
    }

    private Statement Statement() => ReleaseProvenance.Of(store, options, findings.RequirePublication());

    private ReleaseSignature Read() => ReleaseSeal.Read(Folder, store.Require(options.Tag), TrustedKeys.Read(Path.Combine(options.Root, TrustedKeys.Folder)));

    private void Tell(StepContext context)
    {
        var signature = Read();
        context.Observe("signature", signature);
        if (signature.Holds)
            context.Say($"{options.Tag} is {signature}: {Path.Combine(Folder, ReleaseSeal.FileName)}");
        else if (signature.Wrong.Count > 0)
            throw new StepFailedException($"{options.Tag} was signed, and what stands there is not what was signed: {signature}", nextCommand: options.Again);
        else
            context.CannotTell($"{signature} To sign it, make a key (./build.sh CreateSigningKey --by release-engineering), have its public half in {TrustedKeys.Folder}, and publish it again.");
    }
}
