using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>Asks a list of targets for one of the build's properties.</summary>
public static class ExecutableTargetExtensions
{
    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Target target) => targets.Any(x => target.Equals(x.Factory));

    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Setup target) => targets.Any(x => target.Equals(x.Factory));

    public static bool Contains(this IEnumerable<ExecutableTarget> targets, Cleanup target) => targets.Any(x => target.Equals(x.Factory));
}
