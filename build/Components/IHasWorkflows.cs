using Nuke.Common;
using QualityGovernance.Deployment.Workflows;

/// <summary>The workflows that the attributes of this build describe, and their files.</summary>
interface IHasWorkflows : INukeBuild
{
    WorkflowFiles WorkflowFiles => new(RootDirectory, WorkflowAttribute.Of(GetType()));
}
