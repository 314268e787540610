using System.Data.Common;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace QualityGovernance.Migrations.Running;

/// <summary>Moves the schema, one migration and one transaction at a time, alone.</summary>
internal sealed class Migrating(ProductDatabase database, TextWriter output)
{
    private const string Nothing = "none";

    public async Task UpAsync(CancellationToken cancellation)
    {
        await using var alone = await MigrationLock.TakeAsync(database, cancellation);
        var status = await SchemaStatus.ReadAsync(database, cancellation);
        await status.RefuseForeignAsync(database, cancellation);
        if (await status.IsNewerButFitsAsync(database, cancellation))
        {
            await output.WriteLineAsync($"The schema is at {status.At}, newer than {status.Head} and still fit for this release; nothing to apply.");
            return;
        }

        foreach (var id in status.Pending) await MoveAsync(id, $"Applied {id}.", $"applying {id}", cancellation);
        await output.WriteLineAsync(status.Pending.Count == 0 ? $"The schema is at {status.Head}; nothing to apply." : $"The schema is at {status.Head}.");
    }

    public async Task DownAsync(string to, CancellationToken cancellation)
    {
        await using var alone = await MigrationLock.TakeAsync(database, cancellation);
        var status = await SchemaStatus.ReadAsync(database, cancellation);
        await status.RefuseForeignAsync(database, cancellation);
        if (status.Unknown.Count > 0)
            throw new RefusedException($"The schema has {status.Unknown[^1]}, which this program does not know how to undo. Run down with the release that applied it. Nothing was changed.");
        if (to != Nothing && !status.Applied.Contains(to))
            throw new RefusedException($"{to} is not applied, so there is no way down to it. Applied: {(status.Applied.Count == 0 ? Nothing : string.Join(", ", status.Applied))}.");

        var undone = status.Applied.Reverse().TakeWhile(id => id != to).ToList();
        foreach (var id in undone)
        {
            var before = status.Applied.TakeWhile(applied => applied != id).LastOrDefault();
            await MoveAsync(before ?? Migration.InitialDatabase, $"Undid {id}.", $"undoing {id}", cancellation);
        }

        await output.WriteLineAsync($"The schema is at {(to == Nothing ? "nothing: every migration is undone" : to)}.");
    }

    private async Task MoveAsync(string target, string done, string doing, CancellationToken cancellation)
    {
        try
        {
            await database.Context.GetService<IMigrator>().MigrateAsync(target, cancellation);
        }
        catch (DbException failure)
        {
            throw new RefusedException($"Failed while {doing}: {failure.Message.ReplaceLineEndings(" ").Trim()} That migration was rolled back as a whole. Run status to see where the schema is.", failure);
        }

        await output.WriteLineAsync(done);
    }
}
