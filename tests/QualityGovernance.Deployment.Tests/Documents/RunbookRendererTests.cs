using QualityGovernance.Deployment.Documents.Runbook;

namespace QualityGovernance.Deployment.Tests.Documents;

public sealed class RunbookRendererTests
{
    private static readonly ProductSentences Sentences = new(["    throw new Exception($\"Port {port} is taken by \\\"{who}\\\".\");", "// a comment says \"never\""]);

    [Fact]
    public void A_command_alone_is_a_line_to_type_and_within_a_sentence_a_quotation()
    {
        Render("{{command Deploy --environment-name staging --dry-run}}").ShouldBe("    ./build.sh Deploy --environment-name staging --dry-run\n");
        Render("{{shell ls}}").ShouldBe("    ls\n");
        Render("Then {{command Scan --only cve}}, and {{shell ls}}.").ShouldBe("Then `./build.sh Scan --only cve`, and `ls`.\n");
        Render("{{command --help}}").ShouldBe("    ./build.sh --help\n");
    }

    [Fact]
    public void Targets_and_options_explain_themselves_and_messages_are_quoted()
    {
        Render("{{target Deploy}}").ShouldBe("Brings a release in. --dry-run shows the plan.\n");
        Render("takes {{option --environment-name}}").ShouldBe("takes the environment.\n");
        Render("{{symptom Port … is taken by \"…\".}}").ShouldBe("**Port … is taken by \"…\".**\n");
    }

    [Fact]
    public void The_reference_lists_what_the_fragments_used_and_nothing_else()
    {
        var text = Render("{{command Deploy --environment-name staging}}\n{{target Scan}}\n{{reference}}");

        text.ShouldContain("| `Deploy` | Brings a release in. --dry-run shows the plan |\n| `Scan` | Looks \\| for what is wrong |");
        text.ShouldEndWith("| `--environment-name` | Deploy, Scan: the environment |\n");
        text.ShouldNotContain("--wait");
    }

    [Fact]
    public void The_settings_are_those_of_the_service() => Render("{{settings}}").ShouldBe("| `PORT` |\n");

    [Theory]
    [InlineData("{{command Deplay --environment-name staging}}", "runs Deplay, which is no target of the build")]
    [InlineData("{{command deploy --environment-name staging}}", "runs deploy, which is no target of the build")]
    [InlineData("{{command Silent}}", "runs Silent, which has no description")]
    [InlineData("{{command Scan --onyl cve}}", "has --onyl, which is no option of the build")]
    [InlineData("{{command Scan --unexplained x}}", "has --unexplained, which has no description")]
    [InlineData("{{command Deploy --dry-run}}", "leaves out --environment-name, without which Deploy refuses to run")]
    [InlineData("{{command Scan --only everything}}", "gives --only the value everything, which is none of Secrets, Cve")]
    [InlineData("{{command Scan --dry-run yes}}", "gives --dry-run the value yes, and it takes none")]
    [InlineData("{{command Scan --wait}}", "gives --wait no value")]
    [InlineData("{{command Scan --wait 1 2}}", "gives --wait 2 values, and it takes one")]
    [InlineData("{{command}}", "names no target")]
    [InlineData("{{target Silent}}", "asks what Silent does")]
    [InlineData("{{option --unexplained}}", "asks what --unexplained means")]
    [InlineData("{{symptom Port … is free}}", "quotes \"Port … is free\", which nothing in the sources says")]
    [InlineData("{{symptom never}}", "quotes \"never\", which nothing in the sources says")]
    [InlineData("{{symptom …}}", "quotes \"…\", which nothing in the sources says")]
    [InlineData("{{nonsense}}", "has the placeholder nonsense, which there is not")]
    [InlineData("Type ./build.sh Scan.", "has a command that was typed by hand")]
    [InlineData("    docker ps", "has a command that was typed by hand")]
    [InlineData("```", "has a command that was typed by hand")]
    public void What_does_not_exist_is_not_rendered(string line, string problem)
    {
        var error = Should.Throw<DeploymentException>(() => Render("A good line.\n" + line));

        error.Message.ShouldContain("10-test.md, line 2");
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var error = Should.Throw<DeploymentException>(() => Render("{{command One}}\n{{command Two}}"));

        error.Message.ShouldContain("runs One");
        error.Message.ShouldContain("runs Two");
    }

    [Fact]
    public void Values_of_a_list_and_between_quotation_marks_belong_to_their_option() =>
        Render("{{command Deploy --accept-loss a.b c --environment-name \"my own\"}}").ShouldContain("--accept-loss a.b c --environment-name \"my own\"");

    private static string Render(string text) => new RunbookRenderer(SampleBuild.Description, Sentences, "| `PORT` |\n").Render([new("10-test.md", text)]);
}
