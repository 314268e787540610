namespace QualityGovernance.Deployment.Workflows;

/// <summary>A workflow as the text of its file. The same workflow always gives the same text, on every system and with every build framework.</summary>
public static class WorkflowYaml
{
    /// <exception cref="DeploymentException">A job needs one that does not exist, or jobs need each other in a circle.</exception>
    public static string Render(Workflow workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        var yaml = new YamlText();
        yaml.Line("# Generated from the attributes in build/Build.Ci.cs. Change them, and run ./build.sh GenerateWorkflows");
        yaml.Pair("name", workflow.Name).Line();
        Triggers(yaml, workflow.Triggers);
        yaml.Line().Block("permissions:", () => yaml.Pair("contents", "read"));
        yaml.Line().Block("concurrency:", () =>
        {
            yaml.Pair("group", workflow.ConcurrencyGroup);
            yaml.Line($"cancel-in-progress: {Word(workflow.CancelInProgress)}");
        });
        yaml.Line().Block("jobs:", () =>
        {
            foreach (var (index, job) in WorkflowOrder.Of(workflow).Index())
            {
                if (index > 0) yaml.Line();
                Job(yaml, job);
            }
        });
        return yaml.ToString();
    }

    private static void Triggers(YamlText yaml, WorkflowTriggers triggers) => yaml.Block("on:", () =>
    {
        if (triggers.PushBranches.Count + triggers.PushTags.Count > 0)
        {
            yaml.Block("push:", () =>
            {
                if (triggers.PushBranches.Count > 0) yaml.List("branches", triggers.PushBranches);
                if (triggers.PushTags.Count > 0) yaml.List("tags", triggers.PushTags);
            });
        }

        if (triggers.PullRequestBranches.Count > 0) yaml.Block("pull_request:", () => yaml.List("branches", triggers.PullRequestBranches));
        if (triggers.Cron is { } cron) yaml.Block("schedule:", () => yaml.Line($"- cron: '{cron}'"));
        if (triggers.Inputs.Count > 0) yaml.Block("workflow_dispatch:", () => yaml.Block("inputs:", () => Inputs(yaml, triggers.Inputs)));
        else if (triggers.Manual) yaml.Line("workflow_dispatch:");
    });

    private static void Inputs(YamlText yaml, IReadOnlyList<WorkflowInput> inputs)
    {
        foreach (var input in inputs)
        {
            yaml.Block(input.Name + ":", () =>
            {
                yaml.Pair("description", input.Description).Line("required: true");
                yaml.Pair("type", input.Choices.Count > 0 ? "choice" : "string");
                if (input.Choices.Count > 0) yaml.List("options", input.Choices);
            });
        }
    }

    private static void Job(YamlText yaml, WorkflowJob job) => yaml.Block($"{job.Id}:", () =>
    {
        if (job.Needs.Count > 0) yaml.Line($"needs: [{string.Join(", ", job.Needs)}]");
        if (job.Condition is { } condition) yaml.Pair("if", condition);
        yaml.Pair("runs-on", job.Runner).Line($"timeout-minutes: {job.TimeoutMinutes}");
        if (job.Environment is { } environment) yaml.Pair("environment", environment);
        if (job.Attested.Count > 0)
            yaml.Block("permissions:", () => yaml.Pair("contents", "read").Pair("attestations", "write").Pair("id-token", "write"));
        yaml.Block("steps:", () => WorkflowSteps.Write(yaml, job));
    });

    private static string Word(bool value) => value ? "true" : "false";
}
