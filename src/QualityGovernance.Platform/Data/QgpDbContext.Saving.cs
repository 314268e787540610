using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using QualityGovernance.Platform.Auditing;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Data;

// Saving: bookkeeping values, reference numbers and audit entries, all in the transaction of the change itself.
public abstract partial class QgpDbContext
{
    private readonly List<(AuditAction Action, string EntityType, int? EntityId, string? After)> _events = [];
    private readonly HashSet<object> _numbered = new(ReferenceEqualityComparer.Instance);
    private IChangeOrigin? _origin;
    private TimeProvider? _time;

    /// <summary>Says on whose behalf the next unit of work acts. Replaces whatever an earlier lease of this pooled instance left.</summary>
    public void LeaseTo(IChangeOrigin origin, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(time);
        (_origin, _time) = (origin, time);
        _events.Clear();
        _numbered.Clear();
    }

    /// <summary>Says who acts where the origin can't know yet: somebody who has just shown that the account is theirs. Whatever is saved from here on is by them.</summary>
    public void ActAs(int userId)
    {
        if (_origin is not null) _origin = new ChangeOrigin(userId, _origin.RequestId);
    }

    /// <summary>Adds an audit entry for something that changes no value of a record, such as a login; saved with the next changes.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="entity">The record it happened to, saved before.</param>
    public void Record(AuditAction action, IEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        _events.Add((action, AuditModel.NameOf(entity.GetType()), entity.Id, null));
    }

    /// <summary>The same for something that happened to no record.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="entityType">What it happened to.</param>
    /// <param name="after">A JSON object that says more about it.</param>
    public void Record(AuditAction action, string entityType, string after) => _events.Add((action, entityType, null, after));

    /// <summary>Gives all new records their ids and reference numbers, which they otherwise get as they are saved: for records that name each other. Needs a transaction, in which they are saved.</summary>
    public async Task NumberAsync(CancellationToken cancellationToken)
    {
        var added = ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added && !_numbered.Contains(entry.Entity)).ToList();
        await NewRecords.NumberAsync(this, added, _time!.Now(), cancellationToken);
        _numbered.UnionWith(added.Select(entry => entry.Entity));
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Changes are saved with SaveChangesAsync: a thread must not wait for the database.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_origin is null || _time is null)
            throw new InvalidOperationException($"The data context has no origin of changes. Call {nameof(LeaseTo)} before saving, so that the audit trail can say who acted.");

        var now = _time.Now();
        var changes = ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        changes.AddRange(WithChangedParts(changes));
        foreach (var change in changes) Stamp(change, _origin.ActorId, now);
        var drafts = changes.Select(AuditDraft.Of).OfType<AuditDraft>().ToList();

        if (!drafts.Exists(draft => draft.IsNew)) return await SaveAtOnceAsync(drafts, now, acceptAllChangesOnSuccess, cancellationToken);

        Database.AutoSavepointsEnabled = false; // a failure rolls everything back; savepoints would cost two round trips
        await using var transaction = await BeginUnlessBegunAsync(cancellationToken);
        await NumberAsync(cancellationToken);
        var saved = await SaveAtOnceAsync(drafts, now, acceptAllChangesOnSuccess, cancellationToken);
        if (transaction is not null) await transaction.CommitAsync(cancellationToken);
        _numbered.Clear();
        return saved;
    }

    private Task<int> SaveAtOnceAsync(List<AuditDraft> drafts, DateTimeOffset now, bool accept, CancellationToken cancellationToken)
    {
        AuditEntries.AddRange(drafts.Select(draft => draft.ToEntry(_origin!.ActorId, _origin.RequestId, now)));
        AuditEntries.AddRange(_events.Select(happened => new AuditEntry
        {
            EntryKey = Guid.CreateVersion7(now),
            Action = EnumNames.Of(happened.Action),
            EntityType = happened.EntityType,
            EntityId = happened.EntityId,
            ActorId = _origin!.ActorId,
            RequestId = _origin.RequestId,
            OccurredAt = now,
            After = happened.After,
        }));
        _events.Clear();
        return UniqueViolationException.TranslateAsync(() => base.SaveChangesAsync(accept, cancellationToken));
    }

    /// <summary>Records that stay as they are themselves, while a part of them changes: two who change parts of one record meet at its version.</summary>
    private List<EntityEntry> WithChangedParts(List<EntityEntry> changes)
    {
        var owners = changes
            .Where(change => AuditModel.PartOf(change.Metadata) is not null)
            .Select(change => (AuditModel.PartOf(change.Metadata)!.Value.EntityType, Id: OwnerId(change)))
            .ToHashSet();
        if (owners.Count == 0) return [];
        return [.. ChangeTracker.Entries<Entity>().Where(entry => entry.State == EntityState.Unchanged && owners.Contains((AuditModel.NameOf(entry.Metadata.ClrType), entry.Entity.Id)))];
    }

    private static int? OwnerId(EntityEntry part)
    {
        var property = part.Property(AuditModel.PartOf(part.Metadata)!.Value.OwnerIdProperty);
        return (int?)(part.State == EntityState.Deleted ? property.OriginalValue : property.CurrentValue);
    }

    private async Task<IDbContextTransaction?> BeginUnlessBegunAsync(CancellationToken cancellationToken) =>
        Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;

    private static void Stamp(EntityEntry entry, int? actorId, DateTimeOffset now)
    {
        if (entry.Entity is not Entity record) return;
        if (entry.State == EntityState.Deleted)
            throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} {record.Id} was to be removed from the database. Records are deleted with {nameof(Entity.Delete)}, which keeps them.");

        entry.Property(nameof(Entity.UpdatedAt)).CurrentValue = now;
        entry.Property(nameof(Entity.RowVersion)).CurrentValue = record.RowVersion + 1;
        if (record is IAuthored) entry.Property(nameof(IAuthored.UpdatedById)).CurrentValue = actorId;
        if (entry.State != EntityState.Added) return;
        entry.Property(nameof(Entity.CreatedAt)).CurrentValue = now;
        if (record is IAuthored) entry.Property(nameof(IAuthored.CreatedById)).CurrentValue = actorId;
    }
}
