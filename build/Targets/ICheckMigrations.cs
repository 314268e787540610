using Nuke.Common;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <summary>The migrations without a database: one history for both, with one end, that makes the model as it stands.</summary>
interface ICheckMigrations : IRunService
{
    Target CheckMigrations => _ => _
        .Description("Finds a change of the model without a migration, and a history with two ends, a gap, or another order for PostgreSQL than for SQLite. Needs no database")
        .Executes(() =>
        {
            DotNetBuild(_ => _.SetProjectFile(RootDirectory / "src" / "QualityGovernance.Migrations").SetConfiguration(Configuration).SetVerbosity(DotNetVerbosity.quiet));
            DotNet($"{ProgramOf("Migrations")} check", RootDirectory);
        });
}
