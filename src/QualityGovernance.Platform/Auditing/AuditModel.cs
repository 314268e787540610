using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Platform.Auditing;

/// <summary>How entity configurations speak about the audit trail. Every entity is audited unless its configuration says why not.</summary>
public static class AuditModel
{
    private const string Excused = "Qgp:NotAudited";
    private const string Part = "Qgp:AuditPartOf";
    private const string Hidden = "Qgp:Secret";

    public static EntityTypeBuilder<T> NotAudited<T>(this EntityTypeBuilder<T> builder, string reason)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.SetAnnotation(Excused, reason);
        return builder;
    }

    /// <summary>Adding or removing such a row is an update of the record that the property points to.</summary>
    public static EntityTypeBuilder<T> AuditedAsPartOf<T>(this EntityTypeBuilder<T> builder, string entityType, string ownerIdProperty)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.SetAnnotation(Part, $"{entityType}/{ownerIdProperty}");
        return builder;
    }

    /// <summary>The value is masked wherever the audit trail shows it.</summary>
    public static PropertyBuilder<T> IsSecret<T>(this PropertyBuilder<T> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        property.Metadata.SetAnnotation(Hidden, true);
        return property;
    }

    internal static bool IsAudited(IReadOnlyEntityType entity) => entity.FindAnnotation(Excused) is null;

    internal static bool IsSecret(IReadOnlyProperty property) => property.FindAnnotation(Hidden) is not null;

    /// <summary>The record that the row is a part of; null when it is a record itself.</summary>
    internal static (string EntityType, string OwnerIdProperty)? PartOf(IReadOnlyEntityType entity)
    {
        if (entity.FindAnnotation(Part)?.Value is not string part) return null;
        var separator = part.IndexOf('/', StringComparison.Ordinal);
        return (part[..separator], part[(separator + 1)..]);
    }

    internal static string NameOf(Type entity) => SnakeCase.Of(entity.Name);
}
