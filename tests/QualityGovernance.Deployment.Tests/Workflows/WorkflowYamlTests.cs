using QualityGovernance.Deployment.Workflows;
using YamlDotNet.RepresentationModel;

namespace QualityGovernance.Deployment.Tests.Workflows;

public sealed class WorkflowYamlTests
{
    [Fact]
    public void What_is_written_is_what_a_reader_of_YAML_reads()
    {
        var root = Read(SampleWorkflows.Text);

        root["on"]["push"]["tags"][0].ToString().ShouldBe("v*");
        root["on"]["workflow_dispatch"]["inputs"]["action"]["description"].ToString().ShouldBe("What: plan or deploy");
        root["permissions"].ToString().ShouldBe("{ { contents, read } }");
        root["jobs"]["deploy"]["permissions"]["id-token"].ToString().ShouldBe("write");
        root["jobs"]["deploy"]["environment"].ToString().ShouldBe("staging");
        root["jobs"]["deploy"]["needs"][0].ToString().ShouldBe("test");
        Commands(root, "deploy").ShouldBe(["./build.sh Test", "./build.sh Deploy --tag \"$TAG\""]);
    }

    [Fact]
    public void A_variable_goes_to_the_command_that_uses_it_and_a_secret_to_no_other_job()
    {
        var root = Read(SampleWorkflows.Text);

        Step(root, "deploy", "./build.sh Test").Children.ContainsKey("env").ShouldBeFalse();
        Step(root, "deploy", "./build.sh Deploy --tag \"$TAG\"")["env"].ToString().ShouldBe("{ { TAG, ${{ github.ref_name }} } }");
        Step(root, "test", "./build.sh Test")["env"]["KEY"].ToString().ShouldBe("${{ secrets.KEY }}");
    }

    [Fact]
    public void A_secret_goes_to_no_command_that_has_no_use_for_it()
    {
        var deploy = SampleWorkflows.Release.Jobs[0] with { Secrets = ["KEY"], SecretsFor = ["Deploy"] };

        var root = Read(WorkflowYaml.Render(SampleWorkflows.Release with { Jobs = [deploy, SampleWorkflows.Release.Jobs[1]] }));

        Step(root, "deploy", "./build.sh Test").Children.ContainsKey("env").ShouldBeFalse();
        Step(root, "deploy", "./build.sh Deploy --tag \"$TAG\"")["env"]["KEY"].ToString().ShouldBe("${{ secrets.KEY }}");
    }

    [Fact]
    public void A_machine_of_our_own_keeps_what_stands_on_it_and_needs_no_cache()
    {
        var root = Read(SampleWorkflows.Text);

        var steps = ((YamlSequenceNode)root["jobs"]["deploy"]["steps"]).Children;
        steps[0]["with"]["clean"].ToString().ShouldBe("false");
        steps.ShouldNotContain(step => step.ToString().Contains("actions/cache@"));
        root["jobs"]["test"]["steps"].ToString().ShouldContain("actions/cache@");
    }

    [Fact]
    public void The_order_in_which_jobs_are_described_does_not_matter() =>
        WorkflowYaml.Render(SampleWorkflows.Release with { Jobs = [.. SampleWorkflows.Release.Jobs.Reverse()] }).ShouldBe(SampleWorkflows.Text);

    [Theory]
    [InlineData("test", "absent")]
    [InlineData("test", "deploy")]
    public void A_job_that_could_never_run_is_refused(string job, string need)
    {
        var jobs = SampleWorkflows.Release.Jobs.Select(x => x.Id == job ? x with { Needs = [need] } : x).ToList();

        Should.Throw<DeploymentException>(() => WorkflowYaml.Render(SampleWorkflows.Release with { Jobs = jobs })).Message.ShouldContain($"test needs {need}");
    }

    [Theory]
    [InlineData("plain words")]
    [InlineData("true")]
    [InlineData("10")]
    [InlineData("key: value")]
    [InlineData("a # b")]
    [InlineData("it's")]
    [InlineData("*")]
    [InlineData("- item")]
    [InlineData("ends:")]
    [InlineData("'quoted'")]
    public void Every_value_is_read_back_as_it_was(string value) =>
        Read($"key: {YamlText.Scalar(value)}\n")["key"].ToString().ShouldBe(value);

    private static List<string> Commands(YamlMappingNode root, string job) =>
        [.. ((YamlSequenceNode)root["jobs"][job]["steps"]).OfType<YamlMappingNode>().Where(step => step.Children.ContainsKey("run")).Select(step => step["run"].ToString())];

    private static YamlMappingNode Step(YamlMappingNode root, string job, string command) =>
        ((YamlSequenceNode)root["jobs"][job]["steps"]).OfType<YamlMappingNode>().Single(step => step.Children.TryGetValue("run", out var run) && run.ToString() == command);

    private static YamlMappingNode Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
