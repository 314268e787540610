using QualityGovernance.Deployment.Documents.Inventory;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Generated;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Documents;

/// <summary>Writes the documents, or says which of them are not what they would be if they were written now.</summary>
/// <param name="options">What they are made from.</param>
/// <param name="renderer">Makes them.</param>
/// <param name="clients">Finds the engine that has the image.</param>
/// <param name="time">For waiting.</param>
/// <param name="console">Hears what was written or found.</param>
public sealed class DocumentOperations(DocumentOptions options, DocumentRenderer renderer, DockerClients clients, TimeProvider time, IRunConsole console)
{
    public const int UnknownExitCode = 3;

    /// <returns>0, or 3 where the inventory was left out.</returns>
    public async Task<int> GenerateAsync(CancellationToken cancellation = default)
    {
        foreach (var document in await RenderAsync(cancellation))
            console.Line(RunLevel.Normal, $"  {document.Path}: {(document.Write(options.Root) ? "written" : "as it was")}");
        return Concluded($"{InventoryRenderer.File} was left out: it is asked of the built image.");
    }

    /// <returns>0 when nothing has drifted, 3 when nobody knows of the inventory.</returns>
    /// <exception cref="DeploymentException">Something has: it names each file, its line and the command.</exception>
    public async Task<int> CheckAsync(CancellationToken cancellation = default)
    {
        var documents = await RenderAsync(cancellation);
        var drifts = documents.Select(document => document.Drift(options.Root)).OfType<string>().ToList();
        if (drifts.Count > 0)
            throw new DeploymentException(string.Join('\n', drifts.Prepend($"{drifts.Count} of {documents.Count} generated documents have drifted:")), DocumentOptions.GenerateCommand);
        console.Line(RunLevel.Normal, $"{documents.Count} generated documents are what they follow from: {string.Join(", ", documents.Select(document => document.Path))}.");
        return Concluded($"Unknown whether {InventoryRenderer.File} has drifted: it is compared with the built image.");
    }

    private async Task<List<GeneratedFile>> RenderAsync(CancellationToken cancellation)
    {
        List<GeneratedFile> documents = [.. await renderer.WithoutEngineAsync(cancellation)];
        if (options.WithoutEngine)
            return documents;
        var engine = await clients.FindAsync(cancellation);
        await engine.FactsAsync(cancellation: cancellation);
        documents.Add(await renderer.InventoryAsync(engine, time, cancellation));
        return documents;
    }

    private int Concluded(string leftOut)
    {
        if (!options.WithoutEngine)
            return 0;
        console.Line(RunLevel.Warning, leftOut);
        return UnknownExitCode;
    }
}
