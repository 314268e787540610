using Microsoft.Extensions.Configuration;
using QualityGovernance.Migrations.Commands;
using QualityGovernance.Platform.Configuration;

namespace QualityGovernance.Migrations;

/// <summary>The one-shot program that makes and changes the schema: nothing else does.</summary>
public static class MigrationsProgram
{
    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true; // a transaction under way is rolled back, then the program ends
            stop.Cancel();
        };
        var terminal = new Terminal(Console.In, Console.Out, Console.Error);
        return SettingsSources.TryBuild(out var configuration, out var problem)
            ? await RunAsync(args, configuration, terminal, stop.Token)
            : terminal.Fail(SettingsResult.RefusedExitCode, problem);
    }

    /// <returns>0 done, 1 failed or refused, 64 wrong usage, 78 wrong configuration.</returns>
    public static async Task<int> RunAsync(string[] args, IConfiguration configuration, Terminal terminal, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        var command = CommandLine.Parse(args);
        if (command.Problem is not null) return terminal.Fail(ExitCodes.Usage, command.Problem, CommandLine.Usage);
        if (command.NeedsNoSettings) return HeadCommand.Run(command, terminal);

        var loaded = SettingsLoader.Load(configuration);
        if (loaded.Settings is null) return terminal.Fail(SettingsResult.RefusedExitCode, [.. loaded.Problems]);
        return await CommandRunner.RunAsync(command, loaded.Settings, configuration, terminal, cancellation);
    }
}
