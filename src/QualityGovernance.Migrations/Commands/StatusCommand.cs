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
            await output.WriteLineAsync(JsonSerializer.Serialize(new { provider = database.Provider, head = status.Head, applied = status.At, pending = status.Pending, unknown = status.Unknown }));
            return;
        }

        await output.WriteLineAsync($"Database: {database.Settings}");
        await output.WriteLineAsync($"Applied:  {status.At ?? "nothing"}");
        await output.WriteLineAsync($"Head:     {status.Head}");
        foreach (var id in status.Pending) await output.WriteLineAsync($"Pending:  {id}");
        foreach (var id in status.Unknown) await output.WriteLineAsync($"Unknown:  {id} (applied by another release)");
    }
}
