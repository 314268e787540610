namespace QualityGovernance.EndToEnd.Tests;

/// <summary>
/// Tests that rehearse, that give away the name of what was rehearsed last, or that find what others of them would leave: one after the other. Those of
/// <see cref="StackCollection"/> run beside them.
/// </summary>
[CollectionDefinition(Name)]
public sealed class RehearsalCollection : ICollectionFixture<EngineFixture>
{
    public const string Name = "Rehearsals";
}
