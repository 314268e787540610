using Nuke.Common;
using Nuke.Common.ProjectModel;

namespace Nuke.Components;

/// <summary>The solution that the build is about.</summary>
public interface IHazSolution : INukeBuild
{
    [Solution][Required] Solution Solution => TryGetValue(() => Solution);
}
