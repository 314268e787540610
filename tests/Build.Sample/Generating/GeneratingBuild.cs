using Nuke.Common;
using Nuke.Common.CI.GitHubActions;

/// <summary>A build that keeps a configuration in step by itself, as NUKE's own attributes do.</summary>
[Pipeline("ci", GitHubActionsImage.UbuntuLatest, InvokedTargets = ["Pack"])]
class GeneratingBuild : NukeBuild
{
    Target Unrelated => _ => _.Executes(() => { });

    Target Restore => _ => _.Executes(() => { });

    Target Pack => _ => _.DependsOn(Restore).Executes(() => { });
}
