using QualityGovernance.Deployment.Workflows;

namespace QualityGovernance.Deployment.Tests.Workflows;

internal static class SampleWorkflows
{
    public static readonly BuildVocabulary Build = BuildVocabulary.Read("""
        {
          "definitions": { "ExecutableTarget": { "enum": ["Deploy", "Test"] }, "NukeBuild": { "properties": { "Skip": {} } } },
          "allOf": [{ "properties": { "DryRun": {}, "Tag": {} } }]
        }
        """);

    public static readonly Workflow Release = new(
        "release",
        new() { PushTags = ["v*"], Inputs = [new("action", "What: plan or deploy", ["plan", "deploy"])] },
        [
            new("deploy", WorkflowJob.SelfHosted, ["./build.sh Test", "./build.sh Deploy --tag \"$TAG\""])
            {
                TimeoutMinutes = 10, Needs = ["test"], Variables = ["TAG=${{ github.ref_name }}"], Attested = ["artifacts/*"], Environment = "staging", Condition = "inputs.action == 'deploy'",
            },
            new("test", "ubuntu-latest", ["./build.sh Test"]) { TimeoutMinutes = 5, Secrets = ["KEY"], Kept = ["artifacts/test-results"] },
        ])
    {
        ConcurrencyGroup = "release",
    };

    public static readonly string Text = WorkflowYaml.Render(Release);
}
