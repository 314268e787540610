using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using QualityGovernance.Migrations.Running;

namespace QualityGovernance.Migrations.Commands;

internal static class ScriptCommand
{
    public static async Task RunAsync(ProductDatabase database, string? from, string? to, TextWriter output)
    {
        var known = database.Context.GetService<IMigrationsAssembly>().Migrations.Keys;
        foreach (var id in new[] { from, to })
            if (id is not null && !known.Contains(id)) throw new RefusedException($"There is no migration {id}. There are: {string.Join(", ", known)}.");
        await output.WriteLineAsync(database.Context.GetService<IMigrator>().GenerateScript(from, to));
    }
}
