using System.Diagnostics;
using Build.Tests.Programs;

namespace Build.Tests.Documents;

/// <summary>The committed runbook against the build of this repository. Its commands are typed by the tests that RunbookCommands of the end-to-end tests names.</summary>
public sealed class RunbookTests : IDisposable
{
    private static readonly string s_checkout = FindCheckout();

    private static readonly string s_configuration = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name == "release" ? "Release" : "Debug";

    private static readonly string s_text = File.ReadAllText(Path.Combine(s_checkout, "docs", "DEPLOYMENT_RUNBOOK.md"));

    private readonly BuildRoot _root = new();

    public RunbookTests()
    {
        _root.Program = Path.Combine(s_checkout, "build", "bin", s_configuration, "_build.dll");
        File.Exists(_root.Program).ShouldBeTrue($"There is no {_root.Program}: dotnet build build/_build.csproj");
        foreach (var file in new[] { "QualityGovernance.sln", ".env.sandbox.example" })
            File.Copy(Path.Combine(s_checkout, file), _root.At(file));
    }

    public static TheoryData<string> ShellLines => [.. RunbookDocument.ShellLinesIn(s_text)];

    public void Dispose() => _root.Dispose();

    [Theory]
    [MemberData(nameof(ShellLines))]
    public void Every_line_for_the_shell_can_be_typed(string line)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-euc", line]) { WorkingDirectory = _root.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;

        var run = BuildRoot.Finish(shell);

        run.ExitCode.ShouldBe(0, run.All);
    }

    [Fact]
    public void No_command_of_the_runbook_is_left_out()
    {
        RunbookDocument.FoundIn(s_text).ShouldBe(RunbookDocument.MentionsIn(s_text));
        RunbookDocument.CommandsIn(s_text).Count.ShouldBeGreaterThan(40);
        RunbookDocument.FoundIn(s_text + "\nType ./build.sh Scan.\n").ShouldBeLessThan(RunbookDocument.MentionsIn(s_text + "\nType ./build.sh Scan.\n"));
    }

    [Theory]
    [InlineData("Deplay --environment staging --tag v1.0.0")]
    [InlineData("Deploy --environmnt staging --tag v1.0.0")]
    public void A_command_that_is_not_of_the_build_has_no_plan(string command) => _root.Run([.. RunbookDocument.Words(command), "--plan"]).ExitCode.ShouldBe(255);

    [Fact]
    public void Runbook_example_and_settings_are_what_they_follow_from()
    {
        var run = Check(s_checkout);

        run.ExitCode.ShouldBe(3, run.All);
        run.Output.ShouldContain("3 generated documents are what they follow from");
        run.Output.ShouldContain("Unknown whether docs/RUNTIME_INVENTORY.md has drifted");
    }

    [Fact]
    public void A_runbook_that_was_changed_by_hand_is_found_and_the_command_named()
    {
        CopyCheckout();
        _root.Write("docs/DEPLOYMENT_RUNBOOK.md", s_text.Replace("./build.sh SandboxStatus", "./build.sh SandboxState"));

        var run = Check(_root.Root);

        run.ExitCode.ShouldBe(1, run.All);
        run.All.ShouldContain("docs/DEPLOYMENT_RUNBOOK.md, line ");
        run.All.ShouldContain("Next: ./build.sh GenerateDocuments");
    }

    [Fact]
    public void A_fragment_whose_command_lacks_what_its_target_requires_is_found()
    {
        CopyCheckout();
        _root.Write("docs/fragments/runbook/99-more.md", "{{command Deploy --environment staging}}\n{{command SandboxStatos}}\n{{command Rehearsal --cashed}}\n");

        var run = Check(_root.Root);

        run.ExitCode.ShouldBe(1, run.All);
        run.All.ShouldContain("99-more.md, line 1: './build.sh Deploy --environment staging' leaves out --tag, without which Deploy refuses to run.");
        run.All.ShouldContain("99-more.md, line 2: './build.sh SandboxStatos' runs SandboxStatos, which is no target of the build.");
        run.All.ShouldContain("99-more.md, line 3: './build.sh Rehearsal --cashed' has --cashed, which is no option of the build.");
    }

    /// <summary>What documents are made of: those that a test may change as copies, the rest as it is.</summary>
    private void CopyCheckout()
    {
        foreach (var file in new[] { "docs/configuration.md", "docker-compose.sandbox.yml", ".nuke/build.schema.json", "docs/fragments/env.sandbox.example" })
            _root.Write(file, File.ReadAllText(Path.Combine(s_checkout, file)));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(s_checkout, "docs", "fragments", "runbook")))
            _root.Write($"docs/fragments/runbook/{Path.GetFileName(file)}", File.ReadAllText(file));
        Directory.CreateSymbolicLink(_root.At("src"), Path.Combine(s_checkout, "src"));
        Directory.CreateSymbolicLink(_root.At("build"), Path.Combine(s_checkout, "build"));
        Directory.CreateSymbolicLink(_root.At("artifacts"), Path.Combine(s_checkout, "artifacts"));
    }

    /// <summary>The service is the one that the solution compiled.</summary>
    private ProgramRun Check(string root) => _root.Run("CheckDocuments", "--without-engine", "--skip", "CompileService", "--configuration", s_configuration, "--root", root);

    private static string FindCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "QualityGovernance.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"There is no QualityGovernance.sln above {AppContext.BaseDirectory}.");
        return folder.FullName;
    }
}
