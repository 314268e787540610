using System.Xml.Linq;

namespace Build.Tests.Bootstrap;

/// <summary>build.sh compiles several projects as one: what they declare has to be declared there as well.</summary>
public sealed class MergedCompilationTests
{
    private static readonly string[] s_items = ["PackageReference", "Using", "ProjectReference", "FrameworkReference"];

    private static readonly string[] s_merged = ["build/Framework/Nuke.Subset.csproj", "src/QualityGovernance.Deployment/QualityGovernance.Deployment.csproj"];

    [Fact]
    public void Whatever_the_merged_projects_declare_stands_in_the_merged_compilation_too() =>
        Missing(s_merged.Select(x => XDocument.Load(At(x)))).ShouldBeEmpty();

    [Fact]
    public void A_declaration_that_is_missing_there_is_noticed() =>
        Missing([XDocument.Parse("""<Project><ItemGroup><PackageReference Include="Planted" /></ItemGroup></Project>""")])
            .ShouldBe(["PackageReference Planted"]);

    [Fact]
    public void Every_resource_is_known_by_its_files_name() =>
        Misnamed(s_merged.Select(x => XDocument.Load(At(x)))).ShouldBeEmpty();

    [Fact]
    public void A_resource_of_another_name_is_noticed() =>
        Misnamed([XDocument.Parse("""<Project><ItemGroup><EmbeddedResource Include="a/page.html" /></ItemGroup></Project>""")])
            .ShouldBe(["a/page.html"]);

    [Fact]
    public void Every_project_that_the_build_refers_to_is_an_input_of_the_bootstrap()
    {
        var script = File.ReadAllText(At("build.sh"));

        foreach (var project in References(At("build/_build.csproj")))
            script.ShouldContain($"\"$root/{project.Split('/')[0]}", customMessage: project);
        References(At("build/_build.csproj")).ShouldBe(s_merged, ignoreOrder: true);
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(project).Descendants("ProjectReference")
            .Select(x => Path.GetFullPath((string)x.Attribute("Include")!, Path.GetDirectoryName(project)!))
            .Select(x => Path.GetRelativePath(BootstrapSandbox.RepositoryRoot(), x));

    private static IEnumerable<string> Misnamed(IEnumerable<XDocument> projects) =>
        projects.SelectMany(x => x.Descendants("EmbeddedResource"))
            .Where(x => (string?)x.Attribute("LogicalName") != Path.GetFileName((string)x.Attribute("Include")!))
            .Select(x => (string)x.Attribute("Include")!);

    private static IEnumerable<string> Missing(IEnumerable<XDocument> projects) =>
        projects.SelectMany(Items).Except(Items(XDocument.Load(At("build/Bootstrap.props")))).ToList();

    private static IEnumerable<string> Items(XDocument project) =>
        project.Descendants().Where(x => s_items.Contains(x.Name.LocalName) && x.Attribute("Include") != null)
            .Select(x => $"{x.Name.LocalName} {(string)x.Attribute("Include")!}");

    private static string At(string path) => Path.Combine(BootstrapSandbox.RepositoryRoot(), path);
}
