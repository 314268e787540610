using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Auditing;

/// <summary>A change read from the change tracker before it is saved; becomes an entry once the database has given the record its id.</summary>
internal sealed class AuditDraft
{
    private readonly EntityEntry _entry;
    private readonly AuditAction _action;
    private readonly string? _before;
    private readonly string? _after;

    private AuditDraft(EntityEntry entry, AuditAction action, string? before, string? after)
    {
        (_entry, _action, _before, _after) = (entry, action, before, after);
        IsNew = entry.State == EntityState.Added;
    }

    /// <summary>The id is known only after saving.</summary>
    public bool IsNew { get; }

    public static AuditDraft? Of(EntityEntry entry)
    {
        if (!AuditModel.IsAudited(entry.Metadata)) return null;
        var partOf = AuditModel.PartOf(entry.Metadata) is not null;
        return entry.State switch
        {
            EntityState.Added => new(entry, partOf ? AuditAction.Update : AuditAction.Create, null, null),
            EntityState.Deleted => new(entry, partOf ? AuditAction.Update : AuditAction.Delete, Original(entry), null),
            EntityState.Modified when IsDeletion(entry) => new(entry, AuditAction.Delete, Original(entry), null),
            EntityState.Modified when Changed(entry) is { Count: > 0 } changed => new(
                entry,
                AuditAction.Update,
                AuditValues.Json([.. Key(entry), .. changed], property => property.OriginalValue),
                AuditValues.Json([.. Key(entry), .. changed], property => property.CurrentValue)),
            _ => null,
        };
    }

    public AuditEntry ToEntry(int? actorId, string? requestId, DateTimeOffset now)
    {
        var (entityType, ownerIdProperty) = AuditModel.PartOf(_entry.Metadata) ?? (AuditModel.NameOf(_entry.Metadata.ClrType), nameof(IEntity.Id));
        return new()
        {
            EntryKey = Guid.CreateVersion7(now),
            Action = EnumNames.Of(_action),
            EntityType = entityType,
            EntityId = (int?)_entry.Property(ownerIdProperty).CurrentValue,
            ActorId = actorId,
            RequestId = requestId,
            OccurredAt = now,
            Before = _before,
            After = IsNew ? AuditValues.Json(_entry.Properties, property => property.CurrentValue) : _after,
        };
    }

    private static bool IsDeletion(EntityEntry entry) =>
        entry.Entity is Entity { DeletedAt: not null } && entry.Property(nameof(Entity.DeletedAt)).OriginalValue is null;

    /// <summary>Which part it is that changed: the entry names the whole.</summary>
    private static IEnumerable<PropertyEntry> Key(EntityEntry entry) => AuditModel.PartOf(entry.Metadata) is var (_, owner)
        ? entry.Metadata.FindPrimaryKey()!.Properties.Where(property => property.Name != owner).Select(property => entry.Property(property.Name))
        : [];

    private static List<PropertyEntry> Changed(EntityEntry entry) =>
        entry.Properties.Where(property => property.IsModified && AuditValues.IsTelling(property)).ToList();

    private static string Original(EntityEntry entry) => AuditValues.Json(entry.Properties, property => property.OriginalValue);
}
