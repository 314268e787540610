using System.Xml.Linq;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Runs every test project and counts the outcomes.</summary>
public interface ITest : ICompile, IHazArtifacts
{
    AbsolutePath TestResultDirectory => ArtifactsDirectory / "test-results";

    int TestDegreeOfParallelism => 1;

    Target Test => _ => _
        .DependsOn(Compile)
        .Produces(TestResultDirectory / "*.trx")
        .Produces(TestResultDirectory / "*.xml")
        .Executes(() =>
        {
            try
            {
                DotNetTest(_ => _
                        .Apply(TestSettingsBase)
                        .Apply(TestSettings)
                        .CombineWith(TestProjects, (_, project) => _
                            .Apply(TestProjectSettingsBase, project)
                            .Apply(TestProjectSettings, project)),
                    completeOnFailure: true,
                    degreeOfParallelism: TestDegreeOfParallelism);
            }
            finally
            {
                ReportTestResults();
                ReportTestCount();
            }
        });

    sealed Configure<DotNetTestSettings> TestSettingsBase => _ => _
        .SetConfiguration(Configuration)
        .SetNoBuild(SucceededTargets.Contains(Compile))
        .ResetVerbosity()
        .SetResultsDirectory(TestResultDirectory);

    sealed Configure<DotNetTestSettings, Project> TestProjectSettingsBase => (_, project) => _
        .SetProjectFile(project)
        .AddLoggers($"trx;LogFileName={project.Name}.trx");

    Configure<DotNetTestSettings> TestSettings => _ => _;

    Configure<DotNetTestSettings, Project> TestProjectSettings => (_, project) => _;

    IEnumerable<Project> TestProjects { get; }

    /// <summary>Hook for servers that show test results.</summary>
    void ReportTestResults()
    {
    }

    void ReportTestCount()
    {
        XNamespace trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
        var outcomes = TestResultDirectory.GlobFiles("*.trx")
            .SelectMany(x => XDocument.Load(x).Descendants(trx + "UnitTestResult"))
            .Select(x => (string)x.Attribute("outcome"))
            .ToList();
        var failed = outcomes.Count(x => x == "Failed");
        var skipped = outcomes.Count(x => x == "NotExecuted");
        ReportSummary(_ => _
            .When(failed > 0, _ => _.AddPair("Failed", failed.ToString()))
            .AddPair("Passed", outcomes.Count(x => x == "Passed").ToString())
            .When(skipped > 0, _ => _.AddPair("Skipped", skipped.ToString())));
    }
}
