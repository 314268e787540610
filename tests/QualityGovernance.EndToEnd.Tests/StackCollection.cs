namespace QualityGovernance.EndToEnd.Tests;

/// <summary>Tests with stacks of their own, on this engine or on others, that rehearse nothing: one after the other, beside those of <see cref="RehearsalCollection"/>.</summary>
[CollectionDefinition(Name)]
public sealed class StackCollection : ICollectionFixture<EngineFixture>
{
    public const string Name = "Stacks";
}
