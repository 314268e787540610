using System.Text.Json.Nodes;
using CycloneDX;
using CycloneDX.Json;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Scanning.Bills;

namespace QualityGovernance.Deployment.Tests.Scanning.Bills;

/// <summary>Both documents against the official schema of CycloneDX 1.6, which the tool that makes one of them carries.</summary>
public sealed class BillSchemaTests : IDisposable
{
    private readonly TemporaryFolder checkout = new();

    public void Dispose() => checkout.Dispose();

    [Fact]
    public async Task The_document_of_an_image_keeps_to_the_schema() => Faults(await ImageAsync()).ShouldBeEmpty();

    [Fact]
    public async Task The_document_of_an_image_that_says_nothing_of_itself_keeps_to_it_too()
    {
        var files = new ExportedFiles();
        files.Files.Clear();

        Faults(await ImageAsync(files)).ShouldBeEmpty();
    }

    /// <summary>By the tool itself, of a program that is small enough for a test.</summary>
    [Fact]
    public async Task The_document_of_the_application_keeps_to_the_schema()
    {
        Write(".config/dotnet-tools.json", Checkout.Text(".config/dotnet-tools.json"));
        Write("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput><ArtifactsPath>$(MSBuildThisFileDirectory)artifacts</ArtifactsPath></PropertyGroup></Project>");
        Write("src/QualityGovernance.Migrations/QualityGovernance.Migrations.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="YamlDotNet" Version="18.1.0" /></ItemGroup></Project>""");

        var (document, _, problem) = await new ApplicationBill(new ProcessRunner(new SecretMask()), new BillOptions(checkout.Path, "none")).MakeAsync(Path.Combine(checkout.Path, "work"), CancellationToken.None);

        problem.ShouldBeNull();
        CycloneDx.PackagesIn(document!).ShouldBe(["pkg:nuget/YamlDotNet@18.1.0"]);
        Faults(document!).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("components/1/type", "a kind that there is not")]
    [InlineData("components/1/nickname", "libc")]
    [InlineData("components/4/hashes/0/content", "too short")]
    [InlineData("specVersion", "0.1")]
    public async Task A_member_that_is_not_as_the_schema_says_is_found(string path, string value)
    {
        var document = await ImageAsync();
        var steps = path.Split('/');
        var owner = steps[..^1].Aggregate((JsonNode)document, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        owner[steps[^1]] = value;

        Faults(document).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_schema_is_that_of_the_tool_which_the_checkout_pins() =>
        ((string?)JsonNode.Parse(Checkout.Text(".config/dotnet-tools.json"))!["tools"]!["cyclonedx"]!["version"]).ShouldBe(
            System.Text.RegularExpressions.Regex.Match(Checkout.Text("Directory.Packages.props"), "<CycloneDxVersion>(?<version>[^<]+)<", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["version"].Value);

    private async Task<JsonObject> ImageAsync(ExportedFiles? files = null)
    {
        var path = Path.Combine(checkout.Path, "image.tar");
        (files ?? new ExportedFiles()).Write(path);
        await using var tar = File.OpenRead(path);
        var facts = new ImageFacts("sha256:aa11", [], [], 1, "1654", new Dictionary<string, string>(), new Dictionary<string, string>(), [], []);
        return ImageBill.Of(facts, await ImageContents.ReadAsync(tar, CancellationToken.None), "1.2.3");
    }

    private static IReadOnlyList<string> Faults(JsonObject document)
    {
        var result = Validator.Validate(CycloneDx.Text(document), SpecificationVersion.v1_6);
        return result.Valid ? [] : [.. result.Messages.DefaultIfEmpty("It does not keep to the schema.")];
    }

    private void Write(string path, string content)
    {
        var file = Path.Combine(checkout.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
