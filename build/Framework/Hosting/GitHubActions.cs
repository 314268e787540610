using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>A run of GitHub Actions.</summary>
public partial class GitHubActions : Host, IBuildServer
{
    internal GitHubActions()
    {
    }

    public static new GitHubActions Instance => Host.Instance as GitHubActions;

    string IBuildServer.Branch => Ref;
    string IBuildServer.Commit => Sha;

    public string Home => EnvironmentInfo.GetVariable("HOME");
    public string Workflow => EnvironmentInfo.GetVariable("GITHUB_WORKFLOW");
    public string Action => EnvironmentInfo.GetVariable("GITHUB_ACTION");
    public string Actor => EnvironmentInfo.GetVariable("GITHUB_ACTOR");
    public string Repository => EnvironmentInfo.GetVariable("GITHUB_REPOSITORY");
    public string RepositoryOwner => EnvironmentInfo.GetVariable("GITHUB_REPOSITORY_OWNER");
    public string EventName => EnvironmentInfo.GetVariable("GITHUB_EVENT_NAME");
    public string EventPath => EnvironmentInfo.GetVariable("GITHUB_EVENT_PATH");
    public string Workspace => EnvironmentInfo.GetVariable("GITHUB_WORKSPACE");
    public string Sha => EnvironmentInfo.GetVariable("GITHUB_SHA");
    public string Ref => EnvironmentInfo.GetVariable("GITHUB_REF");
    public string RefName => EnvironmentInfo.GetVariable("GITHUB_REF_NAME");
    public string HeadRef => EnvironmentInfo.GetVariable("GITHUB_HEAD_REF");
    public string BaseRef => EnvironmentInfo.GetVariable("GITHUB_BASE_REF");
    public string RefType => EnvironmentInfo.GetVariable("GITHUB_REF_TYPE");
    public long RunAttempt => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_ATTEMPT");
    public long RunNumber => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_NUMBER");
    public long RunId => EnvironmentInfo.GetVariable<long>("GITHUB_RUN_ID");
    public string ServerUrl => EnvironmentInfo.GetVariable("GITHUB_SERVER_URL");
    public string Job => EnvironmentInfo.GetVariable("GITHUB_JOB");
    public string Token => EnvironmentInfo.GetVariable("GITHUB_TOKEN");
    public bool IsPullRequest => EventName == "pull_request";
    public AbsolutePath StepSummaryFile => EnvironmentInfo.GetVariable("GITHUB_STEP_SUMMARY");

    public void Group(string group) => WriteCommand("group", group);

    public void EndGroup(string group) => WriteCommand("endgroup", group);

    public void WriteDebug(string message) => WriteCommand("debug", message);

    public void WriteWarning(string message) => WriteCommand("warning", message);

    public void WriteError(string message) => WriteCommand("error", message);

    public void WriteCommand(string command, string message = null, Configure<Dictionary<string, object>> dictionaryConfigurator = null) =>
        BuildConsole.Line(FormatCommand(command, message, dictionaryConfigurator?.Invoke([]) ?? []));

    protected internal override IDisposable WriteBlock(string text)
    {
        Group(text);
        return DelegateDisposable.CreateBracket(cleanup: () => EndGroup(text));
    }

    protected internal override void ReportWarning(string text, string details = null) => WriteWarning(text);

    protected internal override void ReportError(string text, string details = null) => WriteError(text);

    protected internal override void ReportSecret(string value) => BuildConsole.LineUnmasked(FormatCommand("add-mask", value, []));

    protected internal override bool FilterMessage(string message)
    {
        if (!message.StartsWithAny("::", "##["))
            return false;
        BuildConsole.Line(message);
        return true;
    }

    private static string FormatCommand(string command, string message, Dictionary<string, object> properties)
    {
        var parameters = properties.Select(x => $"{x.Key}={Escape(x.Value?.ToString()).Replace(":", "%3A").Replace(",", "%2C")}").JoinComma();
        return $"::{command}{(parameters.Length > 0 ? " " + parameters : string.Empty)}::{Escape(message)}";
    }

    private static string Escape(string text) => (text ?? string.Empty).Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");
}
