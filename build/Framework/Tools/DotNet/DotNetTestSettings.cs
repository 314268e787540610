using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings of <c>dotnet test</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetTest), Arguments = "test")]
public class DotNetTestSettings : DotNetBuildingOptions
{
    [Argument(Format = "{value}", Position = 1)] public string ProjectFile => Get<string>();
    [Argument(Format = "--collect {value}")] public string DataCollector => Get<string>();
    [Argument(Format = "--diag {value}")] public string DiagnosticsFile => Get<string>();
    [Argument(Format = "--filter {value}")] public string Filter => Get<string>();
    [Argument(Format = "--logger {value}")] public IReadOnlyList<string> Loggers => Get<List<string>>();
    [Argument(Format = "--no-build")] public bool? NoBuild => Get<bool?>();
    [Argument(Format = "--output {value}")] public string Output => Get<string>();
    [Argument(Format = "--results-directory {value}")] public string ResultsDirectory => Get<string>();
    [Argument(Format = "--settings {value}")] public string SettingsFile => Get<string>();
    [Argument(Format = "--list-tests")] public bool? ListTests => Get<bool?>();
    [Argument(Format = "--blame")] public bool? BlameMode => Get<bool?>();
    [Argument(Format = "--blame-crash")] public bool? BlameCrash => Get<bool?>();
    [Argument(Format = "--blame-hang")] public bool? BlameHang => Get<bool?>();
    [Argument(Format = "--blame-hang-timeout {value}")] public string BlameHangTimeout => Get<string>();
    [Argument(Format = "-- {key}={value}", Position = -1, Separator = " ")] public IReadOnlyDictionary<string, object> RunSettings => Get<Dictionary<string, object>>();
    [Argument(Format = "--nologo")] public bool? NoLogo => Get<bool?>();
}
