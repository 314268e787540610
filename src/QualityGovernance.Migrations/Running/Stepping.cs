using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using QualityGovernance.Migrations.Stepwise;
using QualityGovernance.Platform.Data;

namespace QualityGovernance.Migrations.Running;

/// <summary>Moves a migration that is not one transaction, step by step, from wherever the journal says it is.</summary>
internal sealed class Stepping(ProductDatabase database, StepwiseMigration migration, string build, TextWriter output)
{
    private readonly IHistoryRepository _history = database.Context.GetService<IHistoryRepository>();

    /// <summary>Releases that the older schema serves and this migration's does not cannot be ready while it is half applied.</summary>
    private string Narrow
    {
        get
        {
            var before = migration.Before();
            var oldest = string.CompareOrdinal(before.CompatibleFrom, migration.CompatibleFrom) > 0 ? before.CompatibleFrom : migration.CompatibleFrom;
            return $"UPDATE {SchemaInfo.Table} SET revision = '{before.Id}', compatible_from = '{oldest}';";
        }
    }

    public async Task ForwardAsync(Halfway? halfway, CancellationToken cancellation)
    {
        await using var session = await StepSession.OpenAsync(database, migration, cancellation);
        var states = await BeginAsync(session, halfway, JournalStep.Undone, [Narrow], cancellation);
        var steps = migration.Steps();
        for (var position = 0; position < steps.Count; position++)
        {
            if (states[position] == JournalStep.Done) continue;
            if (steps[position].Index is { } index && await IsThereAsync(session, index, states[position], cancellation))
                await session.ExecuteAsync(Journal.Set(position, JournalStep.Done, build), cancellation);
            else
                await MoveAsync(session, steps[position], steps[position].Forward, position, JournalStep.Doing, JournalStep.Done, cancellation);
            await output.WriteLineAsync($"{migration.Id}: step {position + 1} of {steps.Count}, {steps[position].What}, is applied.");
        }

        await session.TogetherAsync([migration.Note, _history.GetInsertScript(new(migration.Id, ProductInfo.GetVersion())), Journal.Drop], cancellation);
    }

    public async Task BackAsync(Halfway? halfway, CancellationToken cancellation)
    {
        await using var session = await StepSession.OpenAsync(database, migration, cancellation);
        var states = await BeginAsync(session, halfway, JournalStep.Done, [_history.GetDeleteScript(migration.Id), Narrow], cancellation);
        var steps = migration.Steps();
        for (var position = steps.Count - 1; position >= 0; position--)
        {
            if (states[position] == JournalStep.Undone) continue;
            await MoveAsync(session, steps[position], steps[position].Back, position, JournalStep.Undoing, JournalStep.Undone, cancellation);
            await output.WriteLineAsync($"{migration.Id}: step {position + 1} of {steps.Count}, {steps[position].What}, is undone.");
        }

        await session.TogetherAsync([migration.Before().Note, Journal.Drop], cancellation);
    }

    /// <summary>The state of each step, from a journal that is made now where there is none.</summary>
    private async Task<IReadOnlyList<string>> BeginAsync(StepSession session, Halfway? halfway, string state, IEnumerable<string> also, CancellationToken cancellation)
    {
        var own = session.Fingerprinted(migration.Steps());
        if (halfway is null)
        {
            await session.TogetherAsync([.. Journal.Begin(migration.Id, own, state, build), .. also], cancellation);
            return [.. own.Select(_ => state)];
        }

        halfway.RefuseOtherSteps(own);
        await output.WriteLineAsync(halfway.ToString());
        await session.TogetherAsync(Journal.Replace(halfway, own, build), cancellation);
        return [.. own.Select((_, position) => position < halfway.Steps.Count ? halfway.Steps[position].State : JournalStep.Undone)];
    }

    private async Task MoveAsync(StepSession session, SchemaStep step, IReadOnlyList<MigrationOperation> operations, int position, string under, string then, CancellationToken cancellation)
    {
        var statements = session.Sql(operations);
        if (step.OneTransaction)
        {
            await session.TogetherAsync([.. statements, Journal.Set(position, then, build)], cancellation);
            return;
        }

        await session.ExecuteAsync(Journal.Set(position, under, build), cancellation);
        foreach (var sql in statements) await session.ExecuteAsync(sql, cancellation);
        await session.ExecuteAsync(Journal.Set(position, then, build), cancellation);
    }

    /// <summary>True when an interrupted run had built the index after all; an invalid one is dropped first.</summary>
    private async Task<bool> IsThereAsync(StepSession session, string index, string state, CancellationToken cancellation)
    {
        if (await Journal.IsValidAsync(database, index, cancellation) is not { } valid) return false;
        if (state == JournalStep.Undone)
            throw new RefusedException($"There is an index {index} already, which {migration.Id} has not made. Drop it or give it another name.");
        if (valid) return true;
        await session.ExecuteAsync($"DROP INDEX CONCURRENTLY \"{index}\";", cancellation);
        await output.WriteLineAsync($"{migration.Id}: dropped the invalid index {index}, which an interrupted run had left.");
        return false;
    }
}
