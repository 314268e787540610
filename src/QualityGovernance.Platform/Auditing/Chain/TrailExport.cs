using System.Text;
using Microsoft.EntityFrameworkCore;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Platform.Auditing.Chain;

/// <summary>Writes the sealed trail, line by line in the order of the chain, in as much memory as a few hundred entries need.</summary>
public static class TrailExport
{
    private const int Batch = 500;

    /// <param name="db">Read in short statements: an export of hours holds no snapshot.</param>
    /// <param name="to">Gets UTF-8 lines that end in a line feed.</param>
    /// <param name="first">The sequence to begin with.</param>
    /// <param name="last">The sequence to end with; what is sealed later is left out.</param>
    /// <param name="cancellation">Ends it without the last line, which says that it is whole.</param>
    public static async Task WriteAsync(QgpDbContext db, Stream to, long first, long last, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(to);
        var (lines, hash, next) = (0L, (string?)null, first);
        while (true)
        {
            var links = await LinksAsync(db, next, last, cancellation);
            foreach (var link in links)
            {
                await WriteAsync(to, new(SealLink.Of(link.Seal), link.Entry is null ? null : SealedContent.Of(link.Entry), null), cancellation);
                (lines, hash, next) = (lines + 1, link.Seal.Hash, link.Seal.Sequence + 1);
            }

            await to.FlushAsync(cancellation);
            if (links.Count < Batch) break;
        }

        await WriteAsync(to, new(null, null, new(lines, hash)), cancellation);
    }

    private static async Task<IReadOnlyList<Link>> LinksAsync(QgpDbContext db, long first, long last, CancellationToken cancellation)
    {
        var seals = db.Set<AuditSeal>().Where(seal => seal.Sequence >= first && seal.Sequence <= last).OrderBy(seal => seal.Sequence).Take(Batch);
        var pairs = await (
            from seal in seals
            join entry in db.AuditEntries on seal.EntryKey equals entry.EntryKey into found
            from entry in found.DefaultIfEmpty()
            select new { Seal = seal, Entry = entry }).AsNoTracking().ToListAsync(cancellation);
        return [.. pairs.Select(pair => new Link(pair.Seal, pair.Entry)).OrderBy(link => link.Seal.Sequence)];
    }

    private static async Task WriteAsync(Stream to, TrailLine line, CancellationToken cancellation) =>
        await to.WriteAsync(Encoding.UTF8.GetBytes(line.Text + "\n"), cancellation);

    private sealed record Link(AuditSeal Seal, AuditEntry? Entry);
}
