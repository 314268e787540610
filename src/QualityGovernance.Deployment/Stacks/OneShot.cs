using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Stacks;

/// <summary>A program of the stack that ran to its end.</summary>
/// <param name="Result">What it said and how it ended.</param>
/// <param name="Container">The container it ran in, looked at before it was removed: its image and its environment are what was really used. Null where it was never made.</param>
public sealed record OneShot(CommandResult Result, ContainerFacts? Container)
{
    public bool Succeeded => Result.Succeeded;
}
