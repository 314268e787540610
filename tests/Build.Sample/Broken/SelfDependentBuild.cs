using Nuke.Common;

/// <summary>A target that waits for itself.</summary>
class SelfDependentBuild : NukeBuild
{
    Target Alone => _ => _.DependsOn(Alone);
}
