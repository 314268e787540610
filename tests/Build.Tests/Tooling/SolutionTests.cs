using Nuke.Common.IO;
using Nuke.Common.ProjectModel;

namespace Build.Tests.Tooling;

public sealed class SolutionTests : IDisposable
{
    private const string Text = """

        Microsoft Visual Studio Solution File, Format Version 12.00
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{11111111-0000-0000-0000-000000000000}"
        EndProject
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Shop.Web", "src\Shop.Web\Shop.Web.csproj", "{22222222-0000-0000-0000-00000000000A}"
        EndProject
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Shop.Web.Tests", "tests\Shop.Web.Tests.csproj", "{33333333-0000-0000-0000-000000000000}"
        EndProject
        Global
        	GlobalSection(NestedProjects) = preSolution
        		{22222222-0000-0000-0000-00000000000a} = {11111111-0000-0000-0000-000000000000}
        	EndGlobalSection
        EndGlobal
        """;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("solution ");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Projects_and_folders_stand_where_the_file_puts_them()
    {
        var solution = Read(Text);

        solution.AllProjects.Select(x => x.Name).ShouldBe(["Shop.Web", "Shop.Web.Tests"]);
        solution.Projects.ShouldHaveSingleItem().Name.ShouldBe("Shop.Web.Tests");
        solution.GetSolutionFolder("src").GetProject("Shop.Web").ShouldBe(solution.AllProjects.First());
        solution.GetProject("Shop.Web").ShouldBeNull("it stands in a folder");
        solution.AllSolutionFolders.ShouldHaveSingleItem().Parent.ShouldBe(solution);
    }

    [Fact]
    public void A_project_stands_for_its_path()
    {
        var project = Read(Text).GetAllProjects("Shop.Web").ShouldHaveSingleItem();

        ((string)project).ShouldBe(Path.Combine(_directory.FullName, "src/Shop.Web/Shop.Web.csproj"));
        ((string)project.Directory).ShouldBe(Path.Combine(_directory.FullName, "src/Shop.Web"));
        project.RelativePath.ShouldBe("src/Shop.Web/Shop.Web.csproj");
    }

    [Theory]
    [InlineData("*", 2)]
    [InlineData("*.Tests", 1)]
    [InlineData("Shop?Web", 0)]
    [InlineData("shop.web", 0)]
    public void Projects_are_found_by_pattern(string pattern, int expected) => Read(Text).GetAllProjects(pattern).Count().ShouldBe(expected);

    [Fact]
    public void A_file_that_is_no_solution_is_refused() =>
        Should.Throw<Exception>(() => Read("<Project />")).Message.ShouldContain("is not a solution file: its header is missing");

    [Fact]
    public void The_solution_of_this_repository_has_every_project_in_it()
    {
        AbsolutePath root = Bootstrap.BootstrapSandbox.RepositoryRoot();
        string[] folders = ["bench", "build", "src", "tests"];

        var listed = (root / "QualityGovernance.sln").ReadSolution().AllProjects.Select(x => x.RelativePath);

        listed.ShouldBe(
            folders.SelectMany(x => Directory.GetFiles(root / x, "*.csproj", SearchOption.AllDirectories)).Select(x => Path.GetRelativePath(root, x)),
            ignoreOrder: true);
    }

    private Solution Read(string text)
    {
        AbsolutePath path = Path.Combine(_directory.FullName, "Shop.sln");
        File.WriteAllText(path, text);
        return path.ReadSolution();
    }
}
