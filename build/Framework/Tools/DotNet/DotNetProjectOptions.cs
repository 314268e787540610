using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>What all commands on a project or solution share.</summary>
public abstract class DotNetProjectOptions : ToolOptions
{
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    /// <summary>MSBuild properties.</summary>
    [Argument(Format = "--property:{key}={value}")] public IReadOnlyDictionary<string, object> Properties => Get<Dictionary<string, object>>();
}
