using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings of <c>dotnet run</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetRun), Arguments = "run")]
public class DotNetRunSettings : DotNetBuildingOptions, IDotNetPropertyOptions
{
    [Argument(Format = "--project {value}")] public string ProjectFile => Get<string>();
    [Argument(Format = "--launch-profile {value}")] public string LaunchProfile => Get<string>();
    [Argument(Format = "--no-launch-profile")] public bool? NoLaunchProfile => Get<bool?>();
    [Argument(Format = "--no-build")] public bool? NoBuild => Get<bool?>();
    [Argument(Format = "--self-contained {value}")] public bool? SelfContained => Get<bool?>();
    [Argument(Format = "-- {value}", Position = -1, Separator = " ")] public IReadOnlyList<string> ApplicationArguments => Get<List<string>>();
}
