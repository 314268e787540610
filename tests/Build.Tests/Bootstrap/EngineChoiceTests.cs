namespace Build.Tests.Bootstrap;

public sealed class EngineChoiceTests : IDisposable
{
    private readonly BootstrapSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_feed_that_serves_the_packages_makes_them_the_engine()
    {
        _sandbox.Write("feed", "serves");

        _sandbox.Run().Error.ShouldContain("NUKE engine: the genuine packages (10.1.0): the package feed serves it.");

        _sandbox.Calls.ShouldContain(x => x.StartsWith("build ") && x.Contains("-p:NukeEngine=package"));
    }

    [Fact]
    public void A_feed_without_the_packages_makes_the_subset_the_engine()
    {
        _sandbox.Run().Error.ShouldContain("NUKE engine: build/Framework (the subset of 10.1.0): the package feed does not serve Nuke.Common 10.1.0");

        _sandbox.Calls.ShouldContain(x => x.StartsWith("build ") && x.Contains("-p:NukeEngine=subset"));
    }

    [Fact]
    public void A_feed_that_does_not_answer_is_told_apart_from_one_that_lacks_them()
    {
        _sandbox.Write("feed", "silent");

        _sandbox.Run().Error.ShouldContain("the package feed did not answer; delete .nuke/temp/engine to ask it again");
    }

    [Fact]
    public void The_answer_is_remembered_and_the_feed_asked_once()
    {
        _sandbox.Run();
        _sandbox.Replace("build/Build.cs", "return 7", "return 8");
        var second = _sandbox.Run();

        Restores().ShouldBe(1);
        second.Error.ShouldContain("the package feed does not serve Nuke.Common 10.1.0");
    }

    [Fact]
    public void Other_versions_make_it_ask_again()
    {
        _sandbox.Run();
        _sandbox.Replace("Directory.Packages.props", "Include=\"Nuke.Common\" Version=\"10.1.0\"", "Include=\"Nuke.Common\" Version=\"10.2.0\"");
        _sandbox.Write("feed", "serves");

        _sandbox.Run().Error.ShouldContain("the genuine packages (10.2.0)");

        Restores().ShouldBe(2);
    }

    [Fact]
    public void A_package_cache_that_holds_them_needs_no_feed()
    {
        _sandbox.Write("packages/nuke.common/10.1.0/nuke.common.nuspec", "<package />");
        _sandbox.Write("packages/nuke.components/10.1.0/nuke.components.nuspec", "<package />");

        _sandbox.Run().Error.ShouldContain("the genuine packages (10.1.0): the package cache holds it");

        Restores().ShouldBe(0);
    }

    [Fact]
    public void Half_of_them_in_the_package_cache_is_not_enough()
    {
        _sandbox.Write("packages/nuke.common/10.1.0/nuke.common.nuspec", "<package />");

        _sandbox.Run().Error.ShouldContain("build/Framework");

        Restores().ShouldBe(1);
    }

    [Theory]
    [InlineData("package", "the genuine packages (10.1.0): NUKE_ENGINE says so")]
    [InlineData("subset", "build/Framework (the subset of 10.1.0): NUKE_ENGINE says so")]
    public void NUKE_ENGINE_decides_for_this_run_without_asking_anyone(string engine, string expected)
    {
        _sandbox.Set("NUKE_ENGINE", engine);

        _sandbox.Run().Error.ShouldContain(expected);

        Restores().ShouldBe(0);
        File.Exists(_sandbox.At(".nuke/temp/engine")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("package", "machine.example", false)]
    [InlineData("package", "Terminal", true)]
    [InlineData("subset", "machine.example", true)]
    public void A_HOST_that_the_packages_would_end_at_does_not_reach_them(string engine, string host, bool arrives)
    {
        _sandbox.Set("NUKE_ENGINE", engine);
        _sandbox.Set("HOST", host);

        _sandbox.Run().Output.Contains($"host {host}", StringComparison.Ordinal).ShouldBe(arrives);
    }

    [Fact]
    public void A_bootstrap_that_lets_every_HOST_through_is_noticed()
    {
        _sandbox.Replace("build.sh", "then unset HOST; fi", "then :; fi");
        _sandbox.Set("NUKE_ENGINE", "package");
        _sandbox.Set("HOST", "machine.example");

        _sandbox.Run().Output.ShouldContain("host machine.example");
    }

    [Fact]
    public void Another_engine_compiles_again()
    {
        _sandbox.Run();
        _sandbox.Set("NUKE_ENGINE", "package");
        _sandbox.Run();

        _sandbox.Compilations.ShouldBe(2);
    }

    [Fact]
    public void An_unknown_engine_is_refused_with_the_two_there_are()
    {
        _sandbox.Set("NUKE_ENGINE", "genuine");

        var run = _sandbox.Run();

        run.ExitCode.ShouldBe(64);
        run.Error.ShouldContain("NUKE_ENGINE is 'genuine'; it may be 'package' (genuine NUKE) or 'subset' (build/Framework).");
        _sandbox.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void A_bootstrap_that_forgets_its_answer_is_noticed()
    {
        _sandbox.Replace("build.sh", ">\"$engine_memo\"", ">/dev/null");
        _sandbox.Run();
        _sandbox.Run();

        Restores().ShouldBe(2);
    }

    private int Restores() => _sandbox.Calls.Count(x => x.StartsWith("restore "));
}
