using System.Text.Json;
using QualityGovernance.Migrations.Running;

namespace QualityGovernance.Migrations.Commands;

internal static class StatusCommand
{
    public static async Task RunAsync(ProductDatabase database, bool asJson, TextWriter output, CancellationToken cancellation)
    {
        var status = await SchemaStatus.ReadAsync(database, cancellation);
        if (asJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new { provider = database.Provider, head = status.Head, applied = status.At, pending = status.Pending, unknown = status.Unknown, halfway = Halfway(status) }));
            return;
        }

        await output.WriteLineAsync($"Database: {database.Settings}");
        await output.WriteLineAsync($"Applied:  {status.At ?? "nothing"}");
        await output.WriteLineAsync($"Head:     {status.Head}");
        foreach (var id in status.Pending) await output.WriteLineAsync($"Pending:  {id}");
        foreach (var id in status.Unknown) await output.WriteLineAsync($"Unknown:  {id} (applied by another release)");
        if (status.Halfway is not { } halfway) return;
        await output.WriteLineAsync($"Halfway:  {halfway}");
        for (var position = 0; position < halfway.Steps.Count; position++) await output.WriteLineAsync($"          step {position + 1}: {halfway.Steps[position]}");
        await output.WriteLineAsync($"          up finishes it; down --to {status.At} takes it back{(status.Known.Contains(halfway.Id) ? "" : ": with the program of the release that began it")}.");
    }

    private static object? Halfway(SchemaStatus status) => status.Halfway is { } halfway
        ? new { id = halfway.Id, known = status.Known.Contains(halfway.Id), done = halfway.Done, steps = halfway.Steps.Select(step => new { what = step.What, state = step.State, invalidIndex = step.IndexIsValid == false }), words = halfway.ToString() }
        : null;
}
