using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QualityGovernance.Architecture.Tests.Planted;

/// <summary>A stored record that is no entity by contract, and names the database on a member alone.</summary>
public sealed class PlantedRecord
{
    [Precision(10)]
    public decimal Amount { get; init; }
}

/// <summary>Has the record stored.</summary>
public sealed class PlantedConfiguration : IEntityTypeConfiguration<PlantedRecord>
{
    public void Configure(EntityTypeBuilder<PlantedRecord> builder) => builder.HasNoKey();
}
