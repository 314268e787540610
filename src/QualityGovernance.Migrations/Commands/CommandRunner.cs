using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using QualityGovernance.Migrations.Running;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Observability;

namespace QualityGovernance.Migrations.Commands;

/// <summary>Runs a command against the database, and says a failure in one sentence without secrets.</summary>
internal static class CommandRunner
{
    public static async Task<int> RunAsync(CommandLine command, QgpSettings settings, IConfiguration configuration, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            await using var database = ProductDatabase.Open(settings.Database);
            await (command.Verb switch
            {
                "up" => new Migrating(database, terminal.Out, BuildInfo.From(configuration, typeof(CommandRunner).Assembly).BuildId).UpAsync(cancellation),
                "down" => new Migrating(database, terminal.Out, BuildInfo.From(configuration, typeof(CommandRunner).Assembly).BuildId).DownAsync(command.WayDown, cancellation),
                "status" => StatusCommand.RunAsync(database, command.Options.ContainsKey("--json"), terminal.Out, cancellation),
                "script" => ScriptCommand.RunAsync(database, command.Options.GetValueOrDefault("--from"), command.Options.GetValueOrDefault("--to"), terminal.Out),
                "grant" => GrantCommand.RunAsync(database, command.Options["--to"]!, terminal.Out, cancellation),
                _ => CreateAdminCommand.RunAsync(database, command.Options["--email"]!, AdminPassword.Read(configuration, command, terminal.In), terminal.Out, cancellation),
            });
            return ExitCodes.Ok;
        }
        catch (RefusedException refused)
        {
            return terminal.Fail(ExitCodes.Failed, Masked(refused.Message, settings));
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or TimeoutException or IOException)
        {
            return terminal.Fail(ExitCodes.Failed, Masked($"{command.Verb} failed on the {settings.Database}: {Sentence(failure)}", settings));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return terminal.Fail(ExitCodes.Failed, $"{command.Verb} was stopped; what was under way was rolled back, or is in the journal. Run status to see where the schema is.");
        }
    }

    private static string Sentence(Exception failure) => (failure.InnerException ?? failure).Message.ReplaceLineEndings(" ").Trim();

    private static string Masked(string text, QgpSettings settings) =>
        settings.Secrets.Where(secret => secret.Length > 0).Aggregate(text, (masked, secret) => masked.Replace(secret, "***", StringComparison.Ordinal));
}
