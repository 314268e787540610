using System;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using Nuke.Components;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <summary>The service on its embedded database: no container, no server.</summary>
interface IRunService : IHazConfiguration, IHasRehearsal
{
    AbsolutePath EmbeddedDatabase => RootDirectory / "data" / "qgp.db";

    [Parameter("Run: the IP address that the service answers on; 0.0.0.0 for every one of this machine. Default: 127.0.0.1, for this machine alone")]
    string ListenAddress => TryGetValue(() => ListenAddress);

    string Address => ListenAddress.IsNullOrEmpty() ? "127.0.0.1" : ListenAddress;

    bool IsEveryAddress => Address is "0.0.0.0" or "::";

    string ServiceUrl => new UriBuilder(Uri.UriSchemeHttp, IsEveryAddress ? "127.0.0.1" : Address, Port ?? 8000).Uri.GetLeftPart(UriPartial.Authority);

    Target Run => _ => _
        .Description("Starts the service on its embedded database, migrated. Ctrl-C stops it")
        .Executes(() =>
        {
            DotNetBuild(_ => _.SetProjectFile(RootDirectory / "src" / "QualityGovernance.Migrations").SetConfiguration(Configuration).SetVerbosity(DotNetVerbosity.quiet));
            EmbeddedDatabase.Parent.CreateDirectory();
            EnvironmentInfo.SetVariable("DATABASE_URL", $"sqlite:///{EmbeddedDatabase}");
            EnvironmentInfo.SetVariable("PORT", $"{Port ?? 8000}");
            EnvironmentInfo.SetVariable("LISTEN_ADDRESS", Address);
            DotNet($"{ProgramOf("Migrations")} up", RootDirectory);
            Log.Information("The service: {Url:l}{Where:l}   Its reference page: {Url:l}/docs", ServiceUrl, IsEveryAddress ? ", and on every other address of this machine" : "", ServiceUrl);
            Log.Information("The first administrator, from another terminal:\n  DATABASE_URL=sqlite:///{Database:l} dotnet {Program:l} create-admin --email you@example.org --password-stdin", EmbeddedDatabase.ToString(), ProgramOf("Migrations").ToString());
            ProcessTasks.StartProcess("dotnet", ProgramOf("Web"), RootDirectory, logInvocation: false, logger: (_, line) => System.Console.WriteLine(line)).AssertZeroExitCode();
        });

    AbsolutePath ProgramOf(string project) =>
        RootDirectory / "artifacts" / "bin" / $"QualityGovernance.{project}" / Configuration.ToString().ToLowerInvariant() / $"QualityGovernance.{project}.dll";
}
