using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings of <c>dotnet clean</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetClean), Arguments = "clean")]
public class DotNetCleanSettings : DotNetProjectOptions
{
    [Argument(Format = "{value}", Position = 1)] public string Project => Get<string>();
    [Argument(Format = "--configuration {value}")] public string Configuration => Get<string>();
    [Argument(Format = "--framework {value}")] public string Framework => Get<string>();
    [Argument(Format = "--output {value}")] public string Output => Get<string>();
}
