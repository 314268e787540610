using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings of <c>dotnet tool restore</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetToolRestore), Arguments = "tool restore")]
public class DotNetToolRestoreSettings : ToolOptions
{
    [Argument(Format = "--configfile {value}")] public string ConfigFile => Get<string>();
    [Argument(Format = "--add-source {value}")] public IReadOnlyList<string> Sources => Get<List<string>>();
    [Argument(Format = "--tool-manifest {value}")] public string ToolManifest => Get<string>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--interactive")] public bool? Interactive => Get<bool?>();
}
