using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;

namespace Build.Tests.Tooling;

public sealed class OptionsTests
{
    [Fact]
    public void A_setter_leaves_the_settings_it_was_called_on_as_they_were()
    {
        var first = new DotNetTestSettings().SetConfiguration("Debug").SetLoggers("trx").SetProperty("A", 1);

        var second = first.SetConfiguration("Release").AddLoggers("console").SetProperty("B", 2).EnableNoBuild();

        first.ShouldSatisfyAllConditions(
            x => x.Configuration.ShouldBe("Debug"),
            x => x.Loggers.ShouldBe(["trx"]),
            x => x.Properties.Keys.ShouldBe(["A"]),
            x => x.NoBuild.ShouldBeNull());
        second.ShouldSatisfyAllConditions(
            x => x.Configuration.ShouldBe("Release"),
            x => x.Loggers.ShouldBe(["trx", "console"]),
            x => x.Properties.Keys.ShouldBe(["A", "B"]),
            x => x.NoBuild.ShouldBe(true));
    }

    [Fact]
    public void Settings_share_nothing_with_the_values_they_were_given()
    {
        var loggers = new List<string> { "trx" };
        var properties = new Dictionary<string, object> { ["A"] = 1 };
        var settings = new DotNetTestSettings().SetLoggers(loggers).SetProperties(properties);

        loggers.Add("console");
        properties["B"] = 2;

        settings.Loggers.ShouldBe(["trx"]);
        settings.Properties.Keys.ShouldBe(["A"]);
    }

    [Fact]
    public void A_switch_toggles_from_off()
    {
        var settings = new DotNetBuildSettings().ToggleNoRestore();

        settings.NoRestore.ShouldBe(true);
        settings.ToggleNoRestore().NoRestore.ShouldBe(false);
    }

    [Fact]
    public void Configurations_apply_in_order_and_only_under_their_condition()
    {
        Configure<DotNetBuildSettings> shared = _ => _.SetConfiguration("Debug").SetFramework("net10.0");

        var settings = new DotNetBuildSettings()
            .Apply(shared)
            .When(true, _ => _.SetConfiguration("Release"))
            .When(false, _ => _.SetFramework("net9.0"))
            .When(x => x.Configuration == "Release", _ => _.EnableNoLogo())
            .WhenNotNull((string)null!, (_, value) => _.SetOutputDirectory(value));

        settings.Configuration.ShouldBe("Release");
        settings.Framework.ShouldBe("net10.0");
        settings.NoLogo.ShouldBe(true);
        settings.OutputDirectory.ShouldBeNull();
    }

    [Fact]
    public void Combinations_multiply() =>
        new DotNetPublishSettings()
            .CombineWith(["linux-x64", "win-x64"], (_, runtime) => _.SetRuntime(runtime))
            .CombineWith(["a", "b"], (_, project) => _.SetProject(project))
            .Select(x => $"{x.Project} {x.Runtime}")
            .ShouldBe(["a linux-x64", "b linux-x64", "a win-x64", "b win-x64"]);

    [Fact]
    public void A_variable_is_added_to_the_environment_of_the_build()
    {
        var settings = new DotNetBuildSettings().SetProcessEnvironmentVariable("QGP_ADDED", "yes");

        settings.ProcessEnvironmentVariables["QGP_ADDED"].ShouldBe("yes");
        settings.ProcessEnvironmentVariables.ShouldContainKey("PATH");
        new DotNetBuildSettings().ProcessEnvironmentVariables.ShouldNotContainKey("QGP_ADDED");
    }
}
