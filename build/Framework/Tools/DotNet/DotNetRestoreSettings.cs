using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings of <c>dotnet restore</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetRestore), Arguments = "restore")]
public class DotNetRestoreSettings : DotNetRestoringOptions, IDotNetPropertyOptions
{
    [Argument(Format = "{value}", Position = 1)] public string ProjectFile => Get<string>();
    [Argument(Format = "--configfile {value}")] public string ConfigFile => Get<string>();
}
