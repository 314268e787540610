using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;
using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Idempotency;

/// <summary>The keys in the database. Everything here runs in the transaction of the request itself.</summary>
internal sealed class IdempotencyStore(QgpDbContext db, TimeProvider time)
{
    /// <summary>How long an answer is given again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    // Both engines know this form. Who asks for a key that another transaction has taken waits for the end of that one; no row comes back when it then holds an answer.
    private const string Take =
        """
        INSERT INTO idempotency_keys (actor_id, key, operation, request_hash, status, expires_at) VALUES ({0}, {1}, {2}, {3}, 0, {4})
        ON CONFLICT (actor_id, key) DO UPDATE SET
            operation = excluded.operation, request_hash = excluded.request_hash, status = 0, content_type = NULL, location = NULL, entity_tag = NULL, body = NULL,
            expires_at = excluded.expires_at
        WHERE idempotency_keys.expires_at <= {5}
        RETURNING actor_id AS "Value"
        """;

    /// <summary>Null when the key is this request's now; else what was answered to the request that had it before.</summary>
    public async Task<IdempotencyRecord?> TakeAsync(int actorId, string key, string operation, string requestHash, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var taken = await db.Database
            .SqlQueryRaw<int>(Take, actorId, key, operation, requestHash, now + (long)Kept.TotalSeconds, now)
            .ToListAsync(cancellation);
        return taken.Count > 0 ? null : await Of(actorId, key).AsNoTracking().SingleAsync(cancellation);
    }

    public Task KeepAsync(int actorId, string key, CapturedAnswer answer, CancellationToken cancellation) => Of(actorId, key).ExecuteUpdateAsync(
        row => row
            .SetProperty(record => record.Status, answer.Status)
            .SetProperty(record => record.ContentType, answer.ContentType)
            .SetProperty(record => record.Location, answer.Location)
            .SetProperty(record => record.EntityTag, answer.EntityTag)
            .SetProperty(record => record.Body, answer.Body),
        cancellation);

    /// <summary>How many were removed.</summary>
    public Task<int> RemoveExpiredAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        return db.Set<IdempotencyRecord>().Where(record => record.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
    }

    private IQueryable<IdempotencyRecord> Of(int actorId, string key) =>
        db.Set<IdempotencyRecord>().Where(record => record.ActorId == actorId && record.Key == key);
}
