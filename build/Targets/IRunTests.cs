using System;
using System.IO;
using System.Threading.Tasks;
using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Nuke.Components;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Testing;

/// <summary>All tests, or all that need no engine.</summary>
interface IRunTests : ICompile, IHazArtifacts, IHasEngineChoice, IHasCommands, IHasConsole, IHasCancellation
{
    [Parameter("Narrows the tests, in the language of dotnet test --filter, such as FullyQualifiedName~Policies")]
    string TestFilter => TryGetValue(() => TestFilter);

    AbsolutePath TestResultsDirectory => ArtifactsDirectory / "test-results";

    Target Test => _ => _
        .Description("Runs all the tests, those on a real database and a real engine included. Ends with their count")
        .DependsOn(Compile)
        .Produces(TestResultsDirectory / "*.trx")
        .Executes(async () =>
        {
            Shared.Report = await TestRunner().RunAsync(await EngineAnswersAsync(), Cancellation);
            if (GitHubActions.Instance?.StepSummaryFile is { } page) await File.AppendAllTextAsync(page, TestSummary.Of(Shared.Report));
            Assert.True(Shared.Report.Failed == 0, Shared.Report.Summary);
        });

    /// <summary>The count is the last line of the build, below its summary.</summary>
    void TellTestCount()
    {
        if (Shared.Report is { } report) Console.WriteLine(report.Summary);
    }

    private TestRun TestRunner() => new(Commands, RunConsole, new TestRunOptions
    {
        Projects = TestProject.Below(RootDirectory / "tests"),
        ResultsFolder = TestResultsDirectory,
        Configuration = Configuration,
        WithoutEngine = WithoutEngine,
        Filter = TestFilter,
    });

    private async Task<bool> EngineAnswersAsync()
    {
        try
        {
            await new ContainerEngine(Commands).FactsAsync(cancellation: Cancellation);
            return true;
        }
        catch (EngineUnavailableException)
        {
            return false;
        }
    }

    private static class Shared
    {
        public static TestReport Report;
    }
}
