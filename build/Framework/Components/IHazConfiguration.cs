using Nuke.Common;

namespace Nuke.Components;

/// <summary>The configuration: the one given, else Debug on a developer's machine and Release on a server.</summary>
public interface IHazConfiguration : INukeBuild
{
    [Parameter("Configuration to compile - default is Debug (local) or Release (server)")]
    Configuration Configuration => TryGetValue(() => Configuration) ?? (IsLocalBuild ? Configuration.Debug : Configuration.Release);
}
