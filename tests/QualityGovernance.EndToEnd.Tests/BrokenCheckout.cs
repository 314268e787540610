namespace QualityGovernance.EndToEnd.Tests;

/// <summary>A checkout whose image is the real one with a fault laid over it.</summary>
internal sealed class BrokenCheckout : IDisposable
{
    private static readonly string[] Taken = ["docker-compose.sandbox.yml", "global.json", "Directory.Build.props"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qgp-broken-");

    /// <param name="realImage">What the fault is laid over.</param>
    /// <param name="fault">What the faulty service does, or null for the real service.</param>
    /// <param name="instruction">A further line of the Dockerfile.</param>
    public BrokenCheckout(string realImage, string? fault = null, string instruction = "")
    {
        foreach (var file in Taken)
            File.Copy(Path.Combine(Checkout.Root, file), Path.Combine(Root, file));
        if (fault is not null)
        {
            Directory.CreateDirectory(Path.Combine(Root, "faulty"));
            foreach (var file in Directory.EnumerateFiles(Checkout.OutputOf("QualityGovernance.FaultyService"), "QualityGovernance.FaultyService.*"))
                File.Copy(file, Path.Combine(Root, "faulty", Path.GetFileName(file)));
            instruction += $"\nCOPY faulty/ /faulty/\nENV FAULT={fault}\nENTRYPOINT [\"dotnet\", \"/faulty/QualityGovernance.FaultyService.dll\"]";
        }

        File.WriteAllText(Path.Combine(Root, "Dockerfile"), $"""
            ARG SDK_IMAGE
            ARG RUNTIME_IMAGE
            FROM {realImage}
            {instruction}
            ARG VERSION
            ARG COMMIT
            ARG BUILD_ID
            ARG BASE_KIND
            ENV QGP_VERSION=$VERSION QGP_COMMIT=$COMMIT QGP_BUILD_ID=$BUILD_ID
            LABEL qgp.build-id=$BUILD_ID qgp.base-kind=$BASE_KIND org.opencontainers.image.version=$VERSION org.opencontainers.image.revision=$COMMIT
            """);
    }

    public string Root => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
