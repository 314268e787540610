using Microsoft.EntityFrameworkCore;

namespace QualityGovernance.Architecture.Tests.Planted;

/// <summary>An entity that breaks the rule, so that a test can see the rule find it.</summary>
public sealed class PlantedEntity
{
    public DbContext? Database { get; init; }
}
