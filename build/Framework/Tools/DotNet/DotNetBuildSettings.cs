using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings of <c>dotnet build</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetBuild), Arguments = "build")]
public class DotNetBuildSettings : DotNetBuildingOptions, IDotNetPropertyOptions
{
    [Argument(Format = "{value}", Position = 1)] public string ProjectFile => Get<string>();
    [Argument(Format = "--no-incremental")] public bool? NoIncremental => Get<bool?>();
    [Argument(Format = "--output {value}")] public string OutputDirectory => Get<string>();
    [Argument(Format = "--self-contained {value}")] public bool? SelfContained => Get<bool?>();
    [Argument(Format = "--version-suffix {value}")] public string VersionSuffix => Get<string>();
    [Argument(Format = "/logger:{value}")] public IReadOnlyList<string> Loggers => Get<List<string>>();
    [Argument(Format = "/noconsolelogger")] public bool? NoConsoleLogger => Get<bool?>();
    [Argument(Format = "--nologo")] public bool? NoLogo => Get<bool?>();
    [Argument(Format = "-bl:{value}")] public string BinaryLog => Get<string>();
}
