using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;
using QualityGovernance.Deployment.Workflows;

/// <summary>
/// A workflow of this repository; its jobs are <see cref="WorkflowJobAttribute"/>s. The text of its file is written by Deployment alone, so that
/// it is the same whichever framework the build runs on.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
sealed class WorkflowAttribute : GitHubActionsAttribute, IConfigurationGenerator
{
    readonly GitHubActionsImage image;

    public WorkflowAttribute(string name, GitHubActionsImage image = GitHubActionsImage.UbuntuLatest)
        : base(name, image)
    {
        this.image = image;
        AutoGenerate = false; // a run that repaired every drift first would never find one
        TimeoutMinutes = 30;
    }

    /// <summary>Whether somebody may start it by hand; one that asks for something always may.</summary>
    public bool Manual { get; set; }

    /// <summary>All workflows of a build, by name.</summary>
    public static IReadOnlyList<Workflow> Of(Type build) =>
        [.. build.GetCustomAttributes<WorkflowAttribute>().Select(x => x.Describe(build)).OrderBy(x => x.Name, StringComparer.Ordinal)];

    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets) =>
        new WorkflowEntity(WorkflowYaml.Render(Describe(Build.GetType())));

    /// <summary>In place of the framework's own: no header of its making, and line feeds on every system.</summary>
    void IConfigurationGenerator.Generate(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        Directory.CreateDirectory(ConfigurationFile.Parent);
        File.WriteAllText(ConfigurationFile, WorkflowYaml.Render(Describe(Build.GetType())));
    }

    Workflow Describe(Type build) => new(
        IdPostfix,
        new WorkflowTriggers
        {
            PushBranches = OnPushBranches,
            PushTags = OnPushTags,
            PullRequestBranches = OnPullRequestBranches,
            Cron = OnCronSchedule,
            Manual = Manual,
            Inputs = [.. build.GetCustomAttributes<WorkflowInputAttribute>().Where(x => x.Workflow == IdPostfix).Select(x => x.Describe())],
        },
        [.. build.GetCustomAttributes<WorkflowJobAttribute>().Where(x => x.Workflow == IdPostfix).Select(x => x.Describe(image.GetValue(), TimeoutMinutes, EnvironmentName, ImportSecrets))])
    {
        ConcurrencyGroup = ConcurrencyGroup ?? $"{IdPostfix}-${{{{ github.ref }}}}",
        CancelInProgress = ConcurrencyCancelInProgress,
    };
}
