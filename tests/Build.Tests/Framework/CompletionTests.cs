using System.Diagnostics;
using Build.Tests.Programs;

namespace Build.Tests.Framework;

public sealed class CompletionTests : IDisposable
{
    private readonly BuildRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Theory]
    [InlineData(new[] { "Comp" }, "Compile")]
    [InlineData(new[] { "comp" }, "Compile")]
    [InlineData(new[] { "--de" }, "--deploy-user")]
    [InlineData(new[] { "--mode", "" }, "Fast,Thorough")]
    [InlineData(new[] { "--mode", "t" }, "Thorough")]
    [InlineData(new[] { "--mode=t" }, "--mode=Thorough")]
    [InlineData(new[] { "--mode", "Fast", "Restor" }, "Restore")]
    [InlineData(new[] { "--dry-run", "Restor" }, "Restore")]
    [InlineData(new[] { "--skip", "Comp" }, "Compile")]
    [InlineData(new[] { "--verbosity", "q" }, "Quiet")]
    [InlineData(new[] { "--plan", "h" }, "html")]
    [InlineData(new[] { "--count", "" }, "")]
    [InlineData(new[] { "--mode", "Fast", "--mo" }, "")]
    [InlineData(new[] { "Compile", "Comp" }, "")]
    public void Candidates_follow_from_the_words_typed(string[] words, string candidates)
    {
        var run = _root.Run(["--shell-completion", .. words]);

        run.ExitCode.ShouldBe(0, run.All);
        run.Output.ShouldBe(string.Concat(candidates.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(x => x + "\n")));
    }

    [Fact]
    public void Profiles_are_offered_by_their_files()
    {
        _root.Write(".nuke/parameters.staging.json", "{}").Write(".nuke/parameters.json", "{}");

        _root.Run("--shell-completion", "--profile", "").Output.ShouldBe("staging\n");
    }

    [Theory]
    [InlineData("./build.sh Comp", "Compile")]
    [InlineData("./build.sh --mode T", "Thorough")]
    [InlineData("./build.sh --mode=T", "Thorough")]
    [InlineData("./build.sh --dep", "--deploy-user")]
    public void Bash_completes_with_the_script(string line, string completion)
    {
        _root.Write("build.sh", $"#!/usr/bin/env bash\nexec dotnet '{_root.Program}' \"$@\"\n");
        _root.Write("complete.sh", $$"""
            chmod +x build.sh
            source <(./build.sh --completion-script bash)
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}) COMP_CWORD=1
            _qgp_build
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        using var bash = Process.Start(new ProcessStartInfo("bash", ["complete.sh"])
        {
            WorkingDirectory = _root.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        BuildRoot.Finish(bash).ShouldBe(new ProgramRun(0, completion + "\n", string.Empty));
    }

    [Fact]
    public void The_script_for_PowerShell_registers_a_completer()
    {
        var run = _root.Run("--completion-script", "pwsh");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Register-ArgumentCompleter -Native");
        run.Output.ShouldContain("--shell-completion @words");
    }

    [Fact]
    public void A_shell_that_is_not_known_is_an_error()
    {
        var run = _root.Run("--completion-script", "bsh");

        run.ExitCode.ShouldBe(255);
        run.Output.ShouldContain("must be bash or pwsh, but 'bsh' was given. Did you mean bash?");
    }
}
