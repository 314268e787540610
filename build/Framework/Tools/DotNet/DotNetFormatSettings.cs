using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings of <c>dotnet format</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetFormat), Arguments = "format")]
public class DotNetFormatSettings : DotNetProjectOptions
{
    [Argument(Format = "{value}", Position = 1)] public string Project => Get<string>();
    [Argument(Format = "--severity {value}")] public DotNetFormatSeverity Severity => Get<DotNetFormatSeverity>();
    [Argument(Format = "--no-restore")] public bool? NoRestore => Get<bool?>();
    [Argument(Format = "--verify-no-changes")] public bool? VerifyNoChanges => Get<bool?>();
    [Argument(Format = "--include {value}")] public IReadOnlyList<string> Include => Get<List<string>>();
    [Argument(Format = "--exclude {value}")] public IReadOnlyList<string> Exclude => Get<List<string>>();
    [Argument(Format = "--report {value}")] public string Report => Get<string>();
}
