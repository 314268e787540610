using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>The last link: whoever keeps its hash elsewhere can tell later whether anything before it was touched.</summary>
/// <param name="Sequence">0 as long as nothing is sealed.</param>
/// <param name="Hash">In hexadecimal digits.</param>
/// <param name="SealedAt">When it was written.</param>
public sealed record ChainHead(long Sequence, string Hash, DateTimeOffset? SealedAt)
{
    public static async Task<ChainHead> ReadAsync(QgpDbContext db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Set<AuditSeal>().OrderByDescending(seal => seal.Sequence).Select(seal => new ChainHead(seal.Sequence, seal.Hash, seal.SealedAt)).FirstOrDefaultAsync(cancellation)
            ?? new(0, AuditSeal.Beginning, null);
    }
}
