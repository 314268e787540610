using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Scanning.Bills;

/// <summary>What the application and its image are made of, as two CycloneDX documents in the folder of the run: <c>./build.sh SoftwareBillOfMaterials</c>.</summary>
/// <param name="options">Of what.</param>
/// <param name="machine">Where programs are looked for.</param>
public sealed class BillOfMaterials(BillOptions options, IMachine machine)
{
    public const string Procedure = "SoftwareBillOfMaterials";

    public async Task<ProcedureResult> RunAsync(ProcedureSession session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var engine = await new DockerClients(session.Runner, machine).FindAsync(cancellation);
        var image = await engine.ImageAsync(options.Image, cancellation) ?? throw new DeploymentException($"The engine has no image {options.Image}.", "./build.sh Rehearsal");
        var inputs = new Dictionary<string, string> { ["image-name"] = options.Image, [FactNames.ImageId] = image.Id };
        var run = await session.BeginAsync([Procedure], inputs, cancellation);
        return await session.RunAsync([new BillStep(engine, options, image, run.Folder)], cancellation: cancellation);
    }
}
