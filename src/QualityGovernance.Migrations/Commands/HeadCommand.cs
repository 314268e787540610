using QualityGovernance.Migrations.History;

namespace QualityGovernance.Migrations.Commands;

/// <summary>What can be answered without settings or a database.</summary>
internal static class HeadCommand
{
    public static int Run(CommandLine command, Terminal terminal)
    {
        if (command.Verb == "check") return CheckCommand.Run(terminal, MigrationFacts.Of(typeof(HeadCommand).Assembly));
        terminal.Out.WriteLine(command.Verb == "help" ? CommandLine.Usage : MigrationFacts.Head);
        return ExitCodes.Ok;
    }
}
