using Nuke.Common;
using Nuke.Common.Git;

namespace Nuke.Components;

/// <summary>The git repository that the build stands in.</summary>
public interface IHazGitRepository : INukeBuild
{
    [GitRepository][Required] GitRepository GitRepository => TryGetValue(() => GitRepository);
}
