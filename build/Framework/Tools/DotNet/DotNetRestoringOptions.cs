using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>What all commands that restore share.</summary>
public abstract class DotNetRestoringOptions : DotNetProjectOptions
{
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--no-dependencies")] public bool? NoDependencies => Get<bool?>();
    [Argument(Format = "--packages {value}")] public string PackageDirectory => Get<string>();
    [Argument(Format = "--source {value}")] public IReadOnlyList<string> Sources => Get<List<string>>();
    [Argument(Format = "--use-lock-file")] public bool? UseLockFile => Get<bool?>();
    [Argument(Format = "--locked-mode")] public bool? LockedMode => Get<bool?>();
    [Argument(Format = "--lock-file-path {value}")] public string LockFilePath => Get<string>();
    [Argument(Format = "--force-evaluate")] public bool? ForceEvaluate => Get<bool?>();
    [Argument(Format = "--runtime {value}")] public string Runtime => Get<string>();
}
