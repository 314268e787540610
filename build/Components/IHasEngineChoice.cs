using Nuke.Common;

/// <summary>Whether to do without a container engine, knowingly.</summary>
interface IHasEngineChoice : INukeBuild
{
    [Parameter("Does what can be done without a container engine, and says what was left out")]
    bool WithoutEngine => TryGetValue<bool?>(() => WithoutEngine) ?? false;
}
