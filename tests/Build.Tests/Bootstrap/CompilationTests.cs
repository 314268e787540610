namespace Build.Tests.Bootstrap;

public sealed class CompilationTests : IDisposable
{
    private readonly BootstrapSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    public static TheoryData<string, Action<BootstrapSandbox>> Changes => new()
    {
        { "a changed target", x => x.Replace("build/Build.cs", "return 7", "return 8") },
        { "an added component", x => x.Write("build/Components/IHasImage.cs", "// new") },
        { "a removed source", x => File.Delete(x.At("build/Framework/Framework.cs")) },
        { "a renamed source", x => File.Move(x.At("build/Framework/Framework.cs"), x.At("build/Framework/Renamed.cs")) },
        { "a changed class of Deployment", x => x.Write("src/QualityGovernance.Deployment/Deployment.cs", "// changed") },
        { "a changed SDK pin", x => x.Replace("global.json", "10.0.100", "10.0.101") },
        { "a changed package version", x => x.Replace("Directory.Packages.props", "Version=\"4.3.0\"", "Version=\"4.3.1\"") },
        { "an added NuGet configuration", x => x.Write("NuGet.config", "<configuration />") },
        { "a change with an old file's time", x => OverwriteWithOldTime(x.At("build/Build.cs")) },
        { "a removed program", x => Directory.Delete(x.At("build/bin"), recursive: true) },
    };

    [Fact]
    public void Unchanged_inputs_start_the_compiled_build_directly()
    {
        _sandbox.Run("Noop");
        var calls = _sandbox.Calls.Count;
        var second = _sandbox.Run("Noop");

        second.ExitCode.ShouldBe(7);
        _sandbox.Calls.Skip(calls).ShouldHaveSingleItem().ShouldEndWith("/_build.dll Noop");
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_changed_input_compiles_again(string change, Action<BootstrapSandbox> apply)
    {
        _sandbox.Run();
        apply(_sandbox);
        _sandbox.Run().ExitCode.ShouldBe(7);

        _sandbox.Compilations.ShouldBe(2, change);
    }

    [Theory]
    [InlineData("build/obj/leftover.cs")]
    [InlineData("build/bin/Debug/_build.dll")]
    [InlineData("build/packages.lock.json")]
    [InlineData("src/QualityGovernance.Web/Program.cs")]
    public void What_is_no_input_does_not_compile_again(string path)
    {
        _sandbox.Run();
        _sandbox.Write(path, "// anything");
        _sandbox.Run();

        _sandbox.Compilations.ShouldBe(1);
    }

    [Theory]
    [InlineData(" -print \"$@\"", " -print")]
    [InlineData("inputs -cnewer \"$stamp\" -print", "printf '%s' \"${files_then%$'\\n'}\"")]
    public void A_bootstrap_that_does_not_look_at_its_inputs_is_noticed(string text, string mutant)
    {
        _sandbox.Replace("build.sh", text, mutant);
        _sandbox.Run();
        _sandbox.Replace("build/Build.cs", "return 7", "return 8");
        _sandbox.Run();

        _sandbox.Compilations.ShouldBe(1);
    }

    [Fact]
    public void A_compile_error_is_shown_runs_nothing_and_leaves_no_stamp()
    {
        _sandbox.Run();
        _sandbox.Write("broken", string.Empty);
        _sandbox.Write("build/Components/Broken.cs", "// does not compile");

        var broken = _sandbox.Run("Noop");

        broken.ExitCode.ShouldBe(1);
        broken.Error.ShouldContain("Build.cs(1,1): error CS1002: ; expected");
        broken.Output.ShouldBeEmpty();
        _sandbox.HasStamp.ShouldBeFalse();
    }

    [Fact]
    public void After_a_compile_error_the_next_run_compiles_again()
    {
        _sandbox.Write("broken", string.Empty);
        _sandbox.Run().ExitCode.ShouldBe(1);
        File.Delete(_sandbox.At("broken"));

        _sandbox.Run().ExitCode.ShouldBe(7);

        _sandbox.Compilations.ShouldBe(2);
    }

    [Fact]
    public void Runs_at_the_same_time_compile_once()
    {
        var runs = Enumerable.Range(0, 4).Select(_ => _sandbox.Start(_sandbox.Root, "build.sh", "Noop")).ToList()
            .ConvertAll(BootstrapSandbox.Finish);

        runs.ShouldAllBe(x => x.ExitCode == 7);
        _sandbox.Compilations.ShouldBe(1);
    }

    [Fact]
    public void A_running_build_keeps_its_program_while_a_newer_one_is_compiled()
    {
        using var pipe = new Pipe(_sandbox.At("hold"));
        var running = _sandbox.Start(_sandbox.Root, "build.sh", "Long");
        pipe.WaitForReader();
        File.Move(_sandbox.At("hold"), _sandbox.At("held"));
        for (var i = 0; i < 3; i++)
        {
            _sandbox.Write("build/Build.cs", $"// version {i}");
            _sandbox.Run().ExitCode.ShouldBe(7);
        }
        pipe.Release();

        BootstrapSandbox.Finish(running).ExitCode.ShouldBe(7);

        Directory.GetDirectories(_sandbox.At("build/bin/run")).Length.ShouldBe(2, "the one in use and the newest");
    }

    private static void OverwriteWithOldTime(string path)
    {
        var time = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, "// another version, as an archive restores it");
        File.SetLastWriteTimeUtc(path, time.AddDays(-1));
    }
}
