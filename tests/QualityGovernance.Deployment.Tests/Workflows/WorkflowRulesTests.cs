using QualityGovernance.Deployment.Workflows;

namespace QualityGovernance.Deployment.Tests.Workflows;

public sealed class WorkflowRulesTests
{
    [Fact]
    public void A_workflow_of_the_build_keeps_to_every_rule() => WorkflowRules.Problems(SampleWorkflows.Text, SampleWorkflows.Build).ShouldBeEmpty();

    [Theory]
    [InlineData("actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2", "actions/checkout@v6", "is not pinned")]
    [InlineData("actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2", "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd", "is not pinned")]
    [InlineData("    timeout-minutes: 5\n", "    permissions: write-all\n", "'permissions: write-all' grants more than is said")]
    [InlineData("    timeout-minutes: 5\n", "    permissions:\n      contents: write\n", "'contents: write' is more than any job here needs")]
    [InlineData("permissions:\n  contents: read\n\nconcurrency", "concurrency", "there is no top-level 'permissions:'")]
    [InlineData("permissions:\n  contents: read\n", "permissions:\n  contents: write\n", "there is no top-level 'permissions:'")]
    [InlineData("run: ./build.sh Test", "run: ./build.sh Tset", "runs Tset, which is no target of the build")]
    [InlineData("run: ./build.sh Test", "run: dotnet test", "is no command of the build")]
    [InlineData("run: ./build.sh Test", "run: ./build.sh --tag v1", "names no target")]
    [InlineData("run: ./build.sh Test", "run: |\n          ./build.sh Test", "is no command of the build")]
    [InlineData("Deploy --tag", "Deploy --tga", "has --tga, which is no option of the build")]
    [InlineData("\"$TAG\"", "${{ github.ref_name }}", "takes a value from outside into the command itself")]
    [InlineData("  push:", "  pull_request_target:\n  push:", "with the repository's secrets what a stranger wrote")]
    public void A_workflow_that_breaks_a_rule_is_found(string text, string broken, string problem)
    {
        SampleWorkflows.Text.ShouldContain(text);

        WorkflowRules.Problems(SampleWorkflows.Text.Replace(text, broken), SampleWorkflows.Build).ShouldContain(found => found.Contains(problem));
    }

    [Theory]
    [InlineData("./build.sh Deploy --dry-run --tag v1.0.0")]
    [InlineData("./build.sh test Deploy --DryRun --skip=Test")]
    public void What_the_build_understands_is_accepted(string command) => SampleWorkflows.Build.ProblemWith(command).ShouldBeNull();
}
