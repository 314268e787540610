namespace QualityGovernance.Platform.Data;

/// <summary>What every record carries. The data context keeps the values: code never sets them, except for <see cref="Delete"/>.</summary>
public abstract class Entity : IEntity
{
    /// <summary>The filter of an index that knows only records which are there: what was deleted leaves its place to another one.</summary>
    public const string NotDeleted = "deleted_at IS NULL";

    public int Id { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Grows by one with every change; survives dump and restore, unlike a database's own row versions.</summary>
    public int RowVersion { get; private set; }

    /// <summary>Set when the record was deleted; queries leave such records out, references to it stay valid.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    public int? DeletedById { get; private set; }

    public void Delete(int actorId, DateTimeOffset now)
    {
        DeletedAt = now;
        DeletedById = actorId;
    }
}
