using System;
using QualityGovernance.Deployment.Workflows;

/// <summary>What a workflow asks for when it is started by hand.</summary>
/// <param name="workflow">The workflow's name.</param>
/// <param name="name">As in <c>inputs.name</c>.</param>
/// <param name="description">What the form says.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
sealed class WorkflowInputAttribute(string workflow, string name, string description) : Attribute
{
    public string Workflow { get; } = workflow;

    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>The values there are, the first being the default; empty where any text is one.</summary>
    public string[] Choices { get; set; } = [];

    public WorkflowInput Describe() => new(Name, Description, Choices);
}
