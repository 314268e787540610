using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using QualityGovernance.Migrations.Stepwise;

namespace QualityGovernance.Migrations.Running;

/// <summary>Moves the schema, one migration at a time, alone: each one transaction, or step by step where it declares that.</summary>
internal sealed class Migrating(ProductDatabase database, TextWriter output, string build)
{
    private const string Nothing = "none";

    public async Task UpAsync(CancellationToken cancellation)
    {
        await using var alone = await MigrationLock.TakeAsync(database, cancellation);
        var status = await SchemaStatus.ReadAsync(database, cancellation);
        await status.RefuseForeignAsync(database, cancellation);
        if (await status.IsNewerButFitsAsync(database, cancellation))
        {
            await output.WriteLineAsync(status.Unknown.Count > 0
                ? $"The schema is at {status.At}, newer than {status.Head} and still fit for this release; nothing to apply."
                : $"{status.Halfway} Another release began it, and the schema still serves this one; nothing to apply.");
            return;
        }

        foreach (var id in status.Pending) await ForwardAsync(id, status.Halfway, cancellation);
        await output.WriteLineAsync(status.Pending.Count == 0 ? $"The schema is at {status.Head}; nothing to apply." : $"The schema is at {status.Head}.");
    }

    public async Task DownAsync(WayDown way, CancellationToken cancellation)
    {
        var to = way.To;
        await using var alone = await MigrationLock.TakeAsync(database, cancellation);
        var status = await SchemaStatus.ReadAsync(database, cancellation);
        await status.RefuseForeignAsync(database, cancellation);
        if (status.Unknown.Count > 0)
            throw new RefusedException($"The schema has {status.Unknown[^1]}, which this program does not know how to undo. Run down with the release that applied it. Nothing was changed.");
        if (status.Halfway is { } begun && !status.Known.Contains(begun.Id))
            throw new RefusedException($"{begun} This program does not know how to undo it. Run down with the release that began it. Nothing was changed.");
        if (to != Nothing && !status.Applied.Contains(to))
            throw new RefusedException($"{to} is not applied, so there is no way down to it. Applied: {(status.Applied.Count == 0 ? Nothing : string.Join(", ", status.Applied))}.");

        var undone = status.Applied.Reverse().TakeWhile(id => id != to).ToList();
        if (status.Halfway is { } half) undone.Insert(0, half.Id);
        var losses = await Losses.OfAsync(database, undone, status.Halfway, cancellation);
        if (way.DryRun)
        {
            await ShowAsync(undone, losses, status.Halfway, way.AsJson);
            return;
        }

        RefuseUnnamedLoss(losses, way.Accepted);
        foreach (var id in undone)
        {
            var before = status.Applied.TakeWhile(applied => applied != id).LastOrDefault();
            await BackAsync(id, before, status.Halfway, cancellation);
        }

        await output.WriteLineAsync($"The schema is at {(to == Nothing ? "nothing: every migration is undone" : to)}.");
    }

    private async Task ShowAsync(List<string> undone, IReadOnlyList<Loss> losses, Halfway? halfway, bool asJson)
    {
        if (asJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new { undo = undone, halfway = halfway?.ToString(), losses = losses.Select(loss => new { name = loss.Name, count = loss.Count, unit = loss.Unit }) }));
            return;
        }

        if (halfway is not null) await output.WriteLineAsync(halfway.ToString());
        foreach (var id in undone) await output.WriteLineAsync($"Would undo {id}.");
        foreach (var loss in losses) await output.WriteLineAsync($"Would lose {loss}.");
        await output.WriteLineAsync(undone.Count == 0 ? "There is nothing to undo." : losses.Count == 0 ? "Nothing would be lost." : $"To accept that loss: --accept-loss {Names(losses)}");
    }

    private static void RefuseUnnamedLoss(IReadOnlyList<Loss> losses, IReadOnlyList<string> accepted)
    {
        if (accepted.Except(losses.Select(loss => loss.Name)).ToList() is [var unknown, ..])
            throw new RefusedException($"--accept-loss names {unknown}, which would not be lost. Nothing was changed. Look again with --dry-run.");
        var unnamed = losses.Where(loss => !accepted.Contains(loss.Name)).ToList();
        if (unnamed.Count > 0)
            throw new RefusedException($"Going down would lose {string.Join(", ", unnamed)}. Nothing was changed. Back up first; to lose it on purpose: --accept-loss {Names(losses)}");
    }

    private static string Names(IEnumerable<Loss> losses) => string.Join(',', losses.Select(loss => loss.Name));

    private Task ForwardAsync(string id, Halfway? halfway, CancellationToken cancellation) => MoveAsync(
        Of(id) is StepwiseMigration stepwise ? () => Stepping(stepwise).ForwardAsync(Begun(halfway, id), cancellation) : () => MigrateAsync(id, cancellation),
        $"Applied {id}.", $"applying {id}", cancellation);

    private Task BackAsync(string id, string? before, Halfway? halfway, CancellationToken cancellation) => MoveAsync(
        Of(id) is StepwiseMigration stepwise ? () => Stepping(stepwise).BackAsync(Begun(halfway, id), cancellation) : () => MigrateAsync(before ?? Migration.InitialDatabase, cancellation),
        $"Undid {id}.", $"undoing {id}", cancellation);

    private async Task MoveAsync(Func<Task> move, string done, string doing, CancellationToken cancellation)
    {
        try
        {
            await move();
        }
        catch (DbException failure)
        {
            var halfway = await Journal.ReadAsync(database, cancellation);
            var left = halfway is null
                ? "That migration was rolled back as a whole. Run status to see where the schema is."
                : $"{halfway} Remove the cause and run the same again, or take the other way: up finishes it, down takes it back.";
            throw new RefusedException($"Failed while {doing}: {failure.Message.ReplaceLineEndings(" ").Trim()} {left}", failure);
        }

        await output.WriteLineAsync(done);
    }

    private Task MigrateAsync(string target, CancellationToken cancellation) => database.Context.GetService<IMigrator>().MigrateAsync(target, cancellation);

    private Migration Of(string id) => Losses.MigrationOf(database, id);

    private Stepping Stepping(StepwiseMigration migration) => new(database, migration, build, output);

    private static Halfway? Begun(Halfway? halfway, string id) => halfway?.Id == id ? halfway : null;
}
