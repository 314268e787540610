using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>What all commands that build share.</summary>
public abstract class DotNetBuildingOptions : DotNetRestoringOptions
{
    [Argument(Format = "--configuration {value}")] public string Configuration => Get<string>();
    [Argument(Format = "--framework {value}")] public string Framework => Get<string>();
    [Argument(Format = "--no-restore")] public bool? NoRestore => Get<bool?>();
    [Argument(Format = "--artifacts-path {value}")] public string ArtifactsPath => Get<string>();
}
