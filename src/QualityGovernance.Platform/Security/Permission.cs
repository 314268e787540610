namespace QualityGovernance.Platform.Security;

/// <summary>The right to do one kind of thing, such as <c>incident:create</c>. Declared as a static field by the feature that asks for it.</summary>
/// <param name="Name">Module, colon, action. Compared exactly.</param>
public sealed record Permission(string Name)
{
    public override string ToString() => Name;
}
