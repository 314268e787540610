using System;
using System.Threading.Tasks;
using Nuke.Common;
using Nuke.Common.Tools.DotNet;
using QualityGovernance.Deployment;
using QualityGovernance.Deployment.Documents;
using QualityGovernance.Deployment.Engine;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

/// <summary>Documents that follow from the build, the service and its image, and never beside them.</summary>
interface IMakeDocuments : IRunService, IHasCancellation
{
    Target CompileService => _ => _
        .Description("Compiles the service alone, of which the documents ask its settings")
        .Unlisted()
        .Executes(() => DotNetBuild(_ => _.SetProjectFile(RootDirectory / "src" / "QualityGovernance.Web").SetConfiguration(Configuration).SetVerbosity(DotNetVerbosity.quiet)));

    Target GenerateDocuments => _ => _
        .Description("Writes the runbook, the runtime inventory of the image that was rehearsed last, the example of variables and the table of settings. Exit code 3 where --without-engine left the inventory out")
        .DependsOn(CompileService)
        .Executes(() => DocumentsAsync(documents => documents.GenerateAsync(Cancellation)));

    Target CheckDocuments => _ => _
        .Description("Finds generated documents that differ from what they follow from, and commands, options and messages in them that do not exist. Exit code 3 where --without-engine left the inventory out")
        .DependsOn(CompileService)
        .Executes(() => DocumentsAsync(documents => documents.CheckAsync(Cancellation)));

    private async Task DocumentsAsync(Func<DocumentOperations, Task<int>> work)
    {
        var options = new DocumentOptions(RootDirectory, ProgramOf("Web")) { WithoutEngine = WithoutEngine };
        var renderer = new DocumentRenderer(options, DescribedTargetsAttribute.All, Commands);
        try
        {
            if (await work(new DocumentOperations(options, renderer, new DockerClients(Commands, new Machine()), TimeProvider.System, RunConsole)) is var code and not 0) ExitCode = code;
        }
        catch (DeploymentException)
        {
            ExitCode = 1;
            throw;
        }
    }
}
