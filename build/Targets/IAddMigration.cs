using System;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <summary>A change of the schema, for both databases under one revision.</summary>
interface IAddMigration : INukeBuild
{
    [Parameter("What a migration is called: words without spaces, such as PolicyReviewDate", Name = "Name")]
    string MigrationName => TryGetValue(() => MigrationName);

    AbsolutePath MigrationsProject => RootDirectory / "src" / "QualityGovernance.Migrations";

    Target AddMigration => _ => _
        .Description("Writes a migration from the model's last snapshot to the model as it stands, for PostgreSQL and SQLite")
        .Requires(() => MigrationName)
        .Executes(() =>
        {
            // The migrations project reads it at design time, so that both sets get the same revision.
            EnvironmentInfo.SetVariable("QGP_MIGRATION_TIMESTAMP", TimeProvider.System.GetUtcNow().ToString("yyyyMMddHHmmss"));
            DotNetToolRestore(_ => _.SetProcessWorkingDirectory(RootDirectory));
            // The tool reads the project before it builds it, and a fresh clone has nothing for it to read.
            DotNetRestore(_ => _.SetProjectFile(MigrationsProject));
            foreach (var provider in new[] { "PostgreSql", "Sqlite" })
                DotNet($"ef migrations add {MigrationName} --project {MigrationsProject} --context {provider}QgpDbContext --output-dir {provider}", RootDirectory);
        });
}
