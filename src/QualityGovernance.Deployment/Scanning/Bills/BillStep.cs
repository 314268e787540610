using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Attached;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Scanning.Bills;

/// <summary>Makes both documents, and holds the one of the application against the image: a package that the image has and the document has not fails.</summary>
internal sealed class BillStep(ContainerEngine engine, BillOptions options, ImageFacts image, string folder) : IStep
{
    public string Name => BillOfMaterials.Procedure;

    public TimeSpan Deadline => TimeSpan.FromMinutes(15);

    public async Task RunAsync(StepContext context, CancellationToken cancellation)
    {
        var version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "unknown";
        context.Input(FactNames.ImageId, image.Id);
        context.Observe("data-age", "none needed: it is read out of the image and the locked packages");
        var contents = await ExportedImage.ReadAsync(engine, image.Id, cancellation);
        context.Observe("covers", "the packages of the application; the packages of the operating system, the frameworks and the files of the application in the image");
        var ofTheImage = ImageBill.Of(image, contents, version);
        Keep(context, BillDocuments.Image, ofTheImage);
        context.Observe("os-packages", contents.Packages.Count);
        context.Observe("frameworks", contents.Frameworks.Count);
        context.Observe("application-files", contents.ApplicationFiles.Count);
        var application = await new ApplicationBill(engine.Runner, options).MakeAsync(Path.Combine(folder, "work"), cancellation);
        context.Observe("tool", application.Document is null ? "this build (image)" : $"{ApplicationBill.Tool} (application), this build (image)");
        context.Observe("tool-version", application.Document is null ? version : $"{application.ToolVersion}, {version}");
        if (application.Document is { } document)
        {
            Keep(context, BillDocuments.Application, document);
            Compare(context, CycloneDx.PackagesIn(document), contents.ApplicationPackages);
        }

        var components = CycloneDx.PackagesIn(ofTheImage).Concat(application.Document is { } made ? CycloneDx.PackagesIn(made) : []).Distinct().Order(StringComparer.Ordinal).ToList();
        context.Observe(FactNames.Components, JsonSerializer.Serialize(components));
        context.Say($"{components.Count} packages, {contents.ApplicationFiles.Count} files of the application");
        if (application.Problem is { } problem)
            context.CannotTell(problem);
        else if (contents.Packages.Count == 0)
            context.CannotTell($"Which packages of the operating system are in the image is not known: neither {ImageContents.StatusFile} nor {ImageContents.StatusFolder} names one.");
    }

    private void Keep(StepContext context, string name, JsonObject document)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, CycloneDx.Text(document));
        context.Observe(FactNames.DocumentPrefix + name, RunVerifier.Sha256Of(path));
        context.Observe(FactNames.ListedPrefix + name, (document["components"] as JsonArray)?.Count ?? 0);
    }

    /// <summary>What the image carries is the measure; the document has more, for example what only the build needs.</summary>
    private static void Compare(StepContext context, IReadOnlyList<string> listed, IReadOnlyList<string> carried)
    {
        context.Observe("application-packages", listed.Count);
        context.Observe("compared-with-the-image", carried.Count);
        if (carried.Count == 0)
        {
            context.CannotTell("Which packages the application in the image has is not known: it has no deps.json. So whether the document lacks one is not known.");
            return;
        }

        var missing = carried.Except(listed, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            throw new StepFailedException($"The image has {missing.Count} package{(missing.Count == 1 ? "" : "s")} that {BillDocuments.Application} does not list, the first {missing[0]}: the checkout is not what the image was built from.", missing, "./build.sh Rehearsal");
    }
}
