using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Procedures;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Scanning.Containers;
using QualityGovernance.Deployment.Scanning.Dependencies;
using QualityGovernance.Deployment.Scanning.Secrets;
using QualityGovernance.Deployment.Scanning.Vulnerabilities;
using QualityGovernance.Deployment.Scanning.Waivers;

namespace QualityGovernance.Deployment.Scanning;

/// <summary>The scans, each a step with its tool, version and age of data. All of them are run, also behind one that found something; what could not be found out is unknown.</summary>
/// <param name="options">What is scanned.</param>
/// <param name="machine">Where programs are looked for.</param>
/// <param name="client">Asks package sources for the age of what they know.</param>
/// <param name="time">For ages.</param>
public sealed class Scan(ScanOptions options, IMachine machine, HttpClient client, TimeProvider time)
{
    /// <exception cref="DeploymentException">The list of what may be found cannot be read.</exception>
    public async Task<ProcedureResult> RunAsync(ProcedureSession session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var allowed = AllowList.Read(options.Root);
        var runner = session.Runner;
        using var image = new SavedImage(await new DockerClients(runner, machine).FindAsync(cancellation), options.Image);
        var waivers = new WaiverUse(WaiverList.Read(options.Root, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        ScanConclusion Conclusion(ScanKind kind) => new(kind, allowed, waivers, options.Threshold, time);
        IStep Step(ScanKind kind) => kind switch
        {
            ScanKind.Dependencies => new ScanDependenciesStep(runner, options, new VulnerabilityData(client), Conclusion(kind), time),
            ScanKind.Secrets => new ScanSecretsStep(runner, options, image, Conclusion(kind)),
            ScanKind.Container => new ScanContainersStep(options, image, Conclusion(kind), time),
            _ => new ScanImageStep(runner, machine, image, Conclusion(kind), time),
        };
        var steps = Enum.GetValues<ScanKind>().Where(kind => options.Only is null || kind == options.Only).Select(Step).ToList();
        // One scan alone cannot say what a waiver covers.
        if (options.Only is null)
            steps.Add(new WaiversStep(waivers));
        var inputs = new Dictionary<string, string> { ["image-name"] = options.Image, [FactNames.ImageId] = await image.IdAsync(cancellation), ["threshold"] = $"{options.Threshold}" };
        await session.BeginAsync([.. steps.Select(step => step.Name)], inputs, cancellation);
        return await session.RunAsync(steps, independent: true, cancellation: cancellation);
    }
}
