using Nuke.Common;

/// <summary>Whether to show only what would be done.</summary>
interface IHasDryRun : INukeBuild
{
    [Parameter("Shows what would be done and changes nothing")]
    bool DryRun => TryGetValue<bool?>(() => DryRun) ?? false;
}
