namespace QualityGovernance.Deployment.Workflows;

/// <summary>A value that is asked for when a workflow is started by hand.</summary>
/// <param name="Name">As in <c>inputs.name</c>.</param>
/// <param name="Description">What the form says.</param>
/// <param name="Choices">The values there are, the first being the default; empty where any text is one.</param>
public sealed record WorkflowInput(string Name, string Description, IReadOnlyList<string> Choices);
