using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.Running;

/// <summary>What this program knows, compared with what the database says was applied.</summary>
/// <param name="Known">In order.</param>
/// <param name="Applied">In order.</param>
/// <param name="Pending">Known, and not applied.</param>
/// <param name="Unknown">Applied, and not known here.</param>
internal sealed record SchemaStatus(IReadOnlyList<string> Known, IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, IReadOnlyList<string> Unknown)
{
    /// <summary>A migration that is neither applied nor gone; null where every one is whole.</summary>
    public Halfway? Halfway { get; init; }

    public string Head => Known[^1];

    public string? At => Applied.Count == 0 ? null : Applied[^1];

    public static async Task<SchemaStatus> ReadAsync(ProductDatabase database, CancellationToken cancellation)
    {
        var known = database.Context.GetService<IMigrationsAssembly>().Migrations.Keys.Order(StringComparer.Ordinal).ToList();
        var applied = database.Exists ? (await database.Context.Database.GetAppliedMigrationsAsync(cancellation)).Order(StringComparer.Ordinal).ToList() : [];
        return new(known, applied, known.Except(applied).ToList(), applied.Except(known).ToList()) { Halfway = await Journal.ReadAsync(database, cancellation) };
    }

    /// <summary>Throws when the database is not one that this program may change.</summary>
    public async Task RefuseForeignAsync(ProductDatabase database, CancellationToken cancellation)
    {
        if (Applied.Count > 0 || !database.Exists) return;
        var tables = await database.TablesAsync(cancellation);
        if (tables.Count == 0) return;
        var some = string.Join(", ", tables.Take(5)) + (tables.Count > 5 ? ", ..." : "");
        throw new RefusedException(
            $"The {database.Settings} has {tables.Count} tables ({some}) but no migration history: it was not made by these migrations, and nothing was changed. "
            + "Point DATABASE_URL at an empty database, or restore a backup of one that migrations made.");
    }

    /// <summary>True when everything here is applied and a newer release went on from there in a way that still serves this one.</summary>
    public async Task<bool> IsNewerButFitsAsync(ProductDatabase database, CancellationToken cancellation)
    {
        var begun = Halfway is { } halfway && !Known.Contains(halfway.Id) ? halfway.Id : null;
        if (Unknown.Count == 0 && begun is null) return false;
        var newest = begun ?? Unknown[^1];
        var info = await database.Context.Set<SchemaInfo>().AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (Pending.Count == 0 && info is not null && new SchemaHead(Head).Supports(newest, info.CompatibleFrom)) return true;
        throw new RefusedException(
            $"The schema has {newest}{(begun is null ? "" : " half applied")}, which this program does not know: a newer release migrated it"
            + (info is null ? "" : $", and it serves releases from {info.CompatibleFrom} on while this one is at {Head}")
            + ". Nothing was changed. Run the newer release, or undo its migrations with its own program: down --to " + Head + ".");
    }
}
