using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Releases.Publication.Steps;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Releases.Publication;

/// <summary>Gives the image of a rehearsed commit the name of a release, in a registry or as an archive. Nothing is built: what was rehearsed is what is released.</summary>
/// <param name="options">What, and where to.</param>
/// <param name="machine">Where the docker programs are looked for.</param>
/// <param name="store">Where releases are written down.</param>
/// <param name="time">For the manifest.</param>
/// <param name="signer">Signs where the release comes from; null where there is no key.</param>
public sealed class Publishing(PublicationOptions options, IMachine machine, ReleaseStore store, TimeProvider time, IEnvelopeSigner? signer = null)
{
    public async Task<ProcedureResult> RunAsync(ProcedureSession session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var engine = await new DockerClients(session.Runner, machine).FindAsync(cancellation);
        var findings = new PublicationFindings();
        IReadOnlyList<IStep> steps =
        [
            new CheckReleaseStep(engine, options, store, findings, signer),
            options.Registry is null ? new SaveArchiveStep(engine, options, store, findings) : new PushImageStep(engine, options, findings),
            new VerifyReleaseStep(engine, options, store, findings),
            new RecordReleaseStep(engine, options, store, findings, time),
            new SignReleaseStep(options, store, findings, signer),
        ];
        var inputs = new Dictionary<string, string> { ["tag"] = options.Tag.Name, ["to"] = options.Registry ?? "an archive" };
        using var alone = store.Lock(options.Tag);
        findings.Publication = (await session.BeginAsync([.. steps.Select(step => step.Name)], inputs, cancellation)).Id;
        return await session.RunAsync(steps, undo: new AbandonReleaseStep(options, store), cancellation: cancellation);
    }
}
