using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings of <c>dotnet publish</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetPublish), Arguments = "publish")]
public class DotNetPublishSettings : DotNetBuildingOptions, IDotNetPropertyOptions
{
    [Argument(Format = "{value}", Position = 1)] public string Project => Get<string>();
    [Argument(Format = "--arch {value}")] public string Architecture => Get<string>();
    [Argument(Format = "--os {value}")] public string OperatingSystem => Get<string>();
    [Argument(Format = "--no-build")] public bool? NoBuild => Get<bool?>();
    [Argument(Format = "--output {value}")] public string Output => Get<string>();
    [Argument(Format = "--self-contained {value}")] public bool? SelfContained => Get<bool?>();
    [Argument(Format = "--version-suffix {value}")] public string VersionSuffix => Get<string>();
    [Argument(Format = "--nologo")] public bool? NoLogo => Get<bool?>();
}
