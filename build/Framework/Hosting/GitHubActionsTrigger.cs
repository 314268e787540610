using Nuke.Common.Tooling;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>An event that starts a workflow, without conditions.</summary>
public enum GitHubActionsTrigger
{
    [EnumValue("push")] Push,
    [EnumValue("pull_request")] PullRequest,
    [EnumValue("workflow_dispatch")] WorkflowDispatch,
}
