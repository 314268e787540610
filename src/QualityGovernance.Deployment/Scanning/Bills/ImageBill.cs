using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Scanning.Bills;

/// <summary>The document of an image. The same image gives the same bytes: it has neither a time nor a random number.</summary>
internal static class ImageBill
{
    public static JsonObject Of(ImageFacts image, ImageContents contents, string version) => new()
    {
        ["bomFormat"] = "CycloneDX",
        ["specVersion"] = CycloneDx.SpecVersion,
        ["version"] = 1,
        ["metadata"] = new JsonObject
        {
            ["tools"] = new JsonObject { ["components"] = new JsonArray(new JsonObject { ["type"] = "application", ["name"] = "Quality Governance Platform build", ["version"] = version }) },
            ["component"] = new JsonObject { ["type"] = "container", ["bom-ref"] = image.Id, ["name"] = "quality-governance", ["version"] = image.Id },
        },
        ["components"] = new JsonArray(
        [
            new JsonObject { ["type"] = "operating-system", ["bom-ref"] = "operating-system", ["name"] = contents.Distribution, ["version"] = contents.Release },
            .. contents.Packages.Select(package => Library(package.Name, package.Version, package.Purl(contents.Distribution, contents.Release))),
            .. contents.Frameworks.Select(Framework),
            .. contents.ApplicationFiles.Select(AppFile),
        ]),
    };

    private static JsonObject Library(string name, string version, string purl) =>
        new() { ["type"] = "library", ["bom-ref"] = purl, ["name"] = name, ["version"] = version, ["purl"] = purl };

    private static JsonObject Framework(string purl)
    {
        var name = purl[(purl.IndexOf('/', StringComparison.Ordinal) + 1)..].Split('@');
        var framework = Library(Uri.UnescapeDataString(name[0]), Uri.UnescapeDataString(name[1]), purl);
        framework["type"] = "framework";
        return framework;
    }

    private static JsonObject AppFile(KeyValuePair<string, string> file) => new()
    {
        ["type"] = "file",
        ["bom-ref"] = "file:" + file.Key,
        ["name"] = file.Key,
        ["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-256", ["content"] = file.Value }),
    };
}
