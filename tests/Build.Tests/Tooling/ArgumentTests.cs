using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;

namespace Build.Tests.Tooling;

public sealed class ArgumentTests : IDisposable
{
    private readonly FakeTool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void The_command_comes_first_then_positional_then_named_arguments_in_the_order_they_were_set() =>
        Build(_ => _
                .EnableNoRestore()
                .SetConfiguration("Release")
                .SetProjectFile("My App.sln"))
            .ShouldBe(["build", "My App.sln", "--no-restore", "--configuration", "Release"]);

    [Fact]
    public void A_value_set_again_keeps_its_place() =>
        Build(_ => _.SetConfiguration("Debug").EnableNoLogo().SetConfiguration("Release"))
            .ShouldBe(["build", "--configuration", "Release", "--nologo"]);

    [Fact]
    public void A_switch_that_is_off_a_blank_and_what_was_reset_are_left_out() =>
        Build(_ => _.SetNoRestore(false).SetFramework(" ").SetConfiguration("Debug").ResetConfiguration())
            .ShouldBe(["build"]);

    [Fact]
    public void A_switch_with_a_value_says_it() =>
        Build(_ => _.SetSelfContained(false)).ShouldBe(["build", "--self-contained", "false"]);

    [Fact]
    public void Lists_repeat_their_argument() =>
        Test(_ => _.SetLoggers("trx;LogFileName=a b.trx").AddLoggers("console", "html").RemoveLoggers("html"))
            .ShouldBe(["test", "--logger", "trx;LogFileName=a b.trx", "--logger", "console"]);

    [Fact]
    public void Properties_are_written_one_by_one() =>
        Build(_ => _
                .SetVersion("1.2.3")
                .SetProperty("Title", "two words")
                .EnableContinuousIntegrationBuild()
                .SetProperty("Gone", 1)
                .RemoveProperty("Gone"))
            .ShouldBe(["build", "--property:Version=1.2.3", "--property:Title=two words", "--property:ContinuousIntegrationBuild=true"]);

    [Fact]
    public void What_follows_the_dashes_comes_last_and_what_was_appended_after_it() =>
        Test(_ => _
                .AddRunSetting("xUnit.MaxParallelThreads", 1)
                .SetFilter("Category=Fast")
                .SetProjectFile("a.csproj")
                .SetProcessAdditionalArguments("RunConfiguration.X=1"))
            .ShouldBe(["test", "a.csproj", "--filter", "Category=Fast", "--", "xUnit.MaxParallelThreads=1", "RunConfiguration.X=1"]);

    [Fact]
    public void Arguments_for_the_application_are_passed_one_by_one() =>
        _tool.Arguments(DotNetTasks.DotNetRun, new DotNetRunSettings().SetApplicationArguments("serve", "--port", "80 80").SetProjectFile("a.csproj"))
            .ShouldBe(["run", "--project", "a.csproj", "--", "serve", "--port", "80 80"]);

    [Fact]
    public void A_command_of_two_words_is_two_arguments() =>
        _tool.Arguments(DotNetTasks.DotNetToolRestore, new DotNetToolRestoreSettings().SetToolManifest("m.json"))
            .ShouldBe(["tool", "restore", "--tool-manifest", "m.json"]);

    [Fact]
    public void Enumerations_are_written_as_their_value() =>
        Build(_ => _.SetVerbosity(DotNetVerbosity.minimal)).ShouldBe(["build", "--verbosity", "minimal"]);

    [Theory]
    [InlineData("a;b", "a%3Bb")]
    [InlineData("100%", "100%25")]
    [InlineData("plain", "plain")]
    public void A_property_value_can_be_escaped(string value, string escaped) => DotNetTasks.EscapeMSBuild(value).ShouldBe(escaped);

    private IReadOnlyList<string> Build(Configure<DotNetBuildSettings> configure) =>
        _tool.Arguments(DotNetTasks.DotNetBuild, configure(new DotNetBuildSettings()));

    private IReadOnlyList<string> Test(Configure<DotNetTestSettings> configure) =>
        _tool.Arguments(DotNetTasks.DotNetTest, configure(new DotNetTestSettings()));
}
