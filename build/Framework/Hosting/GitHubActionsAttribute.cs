using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>
/// Describes a workflow of GitHub Actions. Here it holds what is described, and a build's own attribute derives from it to say how that is
/// written; the original also writes it by itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class GitHubActionsAttribute : ConfigurationAttributeBase
{
    private readonly string _name;

    protected GitHubActionsAttribute(string name, GitHubActionsImage image, params GitHubActionsImage[] images) => _name = name.Replace(' ', '_');

    public override string IdPostfix => _name;
    public override Type HostType => typeof(GitHubActions);
    public override AbsolutePath ConfigurationFile => Build.RootDirectory / ".github" / "workflows" / $"{_name}.yml";
    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];

    public override IEnumerable<string> RelevantTargetNames => InvokedTargets;
    public override IEnumerable<string> IrrelevantTargetNames => [];

    public GitHubActionsTrigger[] On { get; set; } = [];
    public string[] OnPushBranches { get; set; } = [];
    public string[] OnPushTags { get; set; } = [];
    public string[] OnPullRequestBranches { get; set; } = [];
    public string[] OnWorkflowDispatchOptionalInputs { get; set; } = [];
    public string[] OnWorkflowDispatchRequiredInputs { get; set; } = [];
    public string OnCronSchedule { get; set; }

    public string[] ImportSecrets { get; set; } = [];
    public bool EnableGitHubToken { get; set; }
    public GitHubActionsPermissions[] WritePermissions { get; set; } = [];
    public GitHubActionsPermissions[] ReadPermissions { get; set; } = [];

    public bool PublishArtifacts { get; set; } = true;
    public int TimeoutMinutes { get; set; }
    public string EnvironmentName { get; set; }
    public string ConcurrencyGroup { get; set; }
    public bool ConcurrencyCancelInProgress { get; set; }
    public string[] InvokedTargets { get; set; } = [];

    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");
}
