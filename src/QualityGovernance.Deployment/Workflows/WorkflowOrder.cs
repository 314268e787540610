namespace QualityGovernance.Deployment.Workflows;

/// <summary>The jobs of a workflow in the order in which they can run: those that need nothing first, by name where that leaves a choice.</summary>
internal static class WorkflowOrder
{
    public static IReadOnlyList<WorkflowJob> Of(Workflow workflow)
    {
        var open = workflow.Jobs.OrderBy(job => job.Id, StringComparer.Ordinal).ToList();
        var ordered = new List<WorkflowJob>();
        while (open.Count > 0)
        {
            var ready = open.Where(job => job.Needs.All(need => ordered.Exists(done => done.Id == need))).ToList();
            if (ready.Count == 0)
                throw new DeploymentException($"In the workflow {workflow.Name}, {string.Join(", ", open.Select(job => $"{job.Id} needs {string.Join(", ", job.Needs)}"))}: one of them does not exist, or they wait for each other. Change build/Build.Ci.cs.");
            ordered.AddRange(ready);
            open.RemoveAll(ready.Contains);
        }

        return ordered;
    }
}
