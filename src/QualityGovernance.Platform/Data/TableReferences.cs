using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QualityGovernance.Platform.Data;

/// <summary>Foreign keys to another feature's table, named by table, so that one feature need not know another's types.</summary>
public static class TableReferences
{
    private const string Annotation = "Qgp:References";

    /// <summary>The column refers to the id of the table. The row referred to can't be removed.</summary>
    public static PropertyBuilder<T> References<T>(this PropertyBuilder<T> property, string table)
    {
        ArgumentNullException.ThrowIfNull(property);
        property.Metadata.SetAnnotation(Annotation, table);
        return property;
    }

    internal static void Apply(ModelBuilder builder)
    {
        var declared = builder.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetDeclaredProperties().Select(property => (Entity: entity, Property: property)))
            .Where(pair => pair.Property.FindAnnotation(Annotation) is not null)
            .ToList();
        foreach (var (entity, property) in declared)
        {
            var table = (string)property.RemoveAnnotation(Annotation)!.Value!;
            builder.Entity(entity.ClrType)
                .HasOne(Target(builder.Model, table, entity, property).ClrType, null)
                .WithMany()
                .HasForeignKey(property.Name)
                .OnDelete(DeleteBehavior.Restrict);
        }
    }

    private static IMutableEntityType Target(IMutableModel model, string table, IMutableEntityType entity, IMutableProperty property) =>
        model.GetEntityTypes().SingleOrDefault(candidate => candidate.GetTableName() == table)
        ?? throw new InvalidOperationException($"{entity.ClrType.Name}.{property.Name} refers to the table '{table}', which no entity is mapped to.");
}
