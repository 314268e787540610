using System.IO;
using System.Threading.Tasks;
using Nuke.Common;
using QualityGovernance.Deployment;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Workflows;

/// <summary>What GitHub runs, out of this build and never beside it.</summary>
interface ICheckWorkflows : IHasWorkflows, IHasCommands, IHasConsole, IHasCancellation
{
    Target GenerateWorkflows => _ => _
        .Description("Writes .github/workflows from the attributes in build/Build.Ci.cs")
        .Executes(() =>
        {
            var written = WorkflowFiles.Write();
            RunConsole.Line(RunLevel.Normal, written.Count == 0 ? "Every workflow is as the build describes it; nothing was written." : $"Written: {string.Join(", ", written)}.");
        });

    Target CheckWorkflows => _ => _
        .Description("Finds workflows that differ from what the build describes, run what the build does not know, use an action that is not pinned, or may do too much; then runs actionlint. Exit code 3 where that could not run")
        .Executes(CheckWorkflowsAsync);

    private async Task CheckWorkflowsAsync()
    {
        var check = new WorkflowCheck(
            WorkflowFiles,
            BuildVocabulary.Read(await File.ReadAllTextAsync(RootDirectory / ".nuke" / "build.schema.json")),
            new ActionLint(Commands, TemporaryDirectory / "actionlint"),
            RunConsole);
        try
        {
            if (await check.RunAsync(Cancellation) is var code and not 0) ExitCode = code;
        }
        catch (DeploymentException)
        {
            ExitCode = 1;
            throw;
        }
    }
}
