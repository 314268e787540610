using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Testing;

/// <summary>Runs test projects without building them, and reads what their runner wrote: the long ones, which mostly wait, beside the others, which come one after the other.</summary>
public sealed class TestRun(ICommandRunner commands, IRunConsole console, TestRunOptions options)
{
    /// <summary>How a test says that it needs a container engine.</summary>
    public const string EngineTests = "Needs=Engine";

    private static readonly TimeSpan ProjectDeadline = TimeSpan.FromMinutes(45);

    /// <exception cref="DeploymentException">The tests that need an engine cannot run: it names them. Or no test ran at all: it names the filter.</exception>
    public async Task<TestReport> RunAsync(bool engineAnswers, CancellationToken cancellation = default)
    {
        var leftOut = new List<string>();
        if (!engineAnswers || options.WithoutEngine) leftOut.AddRange(await EngineTestsAsync(cancellation));
        if (!options.WithoutEngine && leftOut.Count > 0)
            throw new DeploymentException(
                $"No container engine answers, and {Counted.Of(leftOut.Count, "test")} cannot be run without one: {string.Join(", ", ClassesOf(leftOut))}.",
                "./build.sh Test --provision, or ./build.sh Test --without-engine for the other tests");

        PrepareResults();
        var lanes = options.Projects.Index().GroupBy(numbered => numbered.Item.IsLong);
        var ran = await Task.WhenAll(lanes.Select(lane => LaneAsync([.. lane], cancellation)));
        var withTests = ran.SelectMany(lane => lane).ToList();
        if (withTests.Count == 0) throw NothingRan();
        return Reported(TestReport.Read(options.ResultsFolder, withTests).WithLeftOut(leftOut));
    }

    /// <summary>One project may well hold nothing that a filter asks for; a run without a single result has shown nothing.</summary>
    private DeploymentException NothingRan() => new(
        Conditions() is { Length: > 0 } filter
            ? $"No test of any project matches the filter {filter}, so nothing was run."
            : "There is no test project, so nothing was run.",
        "./build.sh Test --test-filter FullyQualifiedName~<part of a test's name>, or ./build.sh Test for all of them");

    /// <returns>The projects that had something to run.</returns>
    private async Task<IReadOnlyList<string>> LaneAsync(IReadOnlyList<(int Number, TestProject Project)> projects, CancellationToken cancellation)
    {
        var ran = new List<string>();
        foreach (var (number, project) in projects)
        {
            console.Line(RunLevel.Normal, $"[{number + 1}/{options.Projects.Count}] {project.Name} ...");
            var result = await commands.RunAsync(TestCommand(project), line => Narrate(project, line), cancellation);
            if (HasNothingToRun(project, result)) console.Line(RunLevel.Normal, $"{project.Name}: no test matches.");
            else ran.Add(Concluded(project, result));
        }

        return ran;
    }

    private async Task<IReadOnlyList<string>> EngineTestsAsync(CancellationToken cancellation)
    {
        var tests = new List<string>();
        foreach (var project in options.Projects)
        {
            var listing = DotNet("test", project.File, "--no-build", "--configuration", options.Configuration, "--list-tests", "--filter", EngineTests);
            var listed = await commands.RunAsync(listing, null, cancellation);
            if (!listed.Succeeded) throw new CommandFailedException(listing.ToString(), listed, "./build.sh Compile, then the same command again");
            tests.AddRange(listed.Output.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim()));
        }

        return tests;
    }

    /// <summary>Results of an earlier run must not be read as results of this one.</summary>
    private void PrepareResults()
    {
        if (Directory.Exists(options.ResultsFolder)) Directory.Delete(options.ResultsFolder, recursive: true);
        Directory.CreateDirectory(options.ResultsFolder);
    }

    private Command TestCommand(TestProject project)
    {
        List<string> arguments = ["test", project.File, "--no-build", "--configuration", options.Configuration, "--logger", $"trx;LogFileName={project.Name}.trx", "--results-directory", options.ResultsFolder];
        if (Conditions() is { Length: > 0 } filter) arguments.AddRange(["--filter", filter]);
        return DotNet([.. arguments]) with { Environment = options.Environment, Timeout = ProjectDeadline };
    }

    private string Conditions()
    {
        string?[] conditions = [options.WithoutEngine ? EngineTests.Replace("=", "!=", StringComparison.Ordinal) : null, options.Filter];
        return string.Join('&', conditions.OfType<string>().Select(condition => $"({condition})"));
    }

    private static Command DotNet(params string[] arguments) => new("dotnet", arguments);

    private void Narrate(TestProject project, string line)
    {
        if (line.Trim() is { Length: > 0 } text) console.Line(RunLevel.Detail, $"{project.Name}: {text}");
    }

    /// <summary>Where a filter matches nothing in a project, the runner succeeds with no results.</summary>
    private bool HasNothingToRun(TestProject project, CommandResult result) =>
        result.Succeeded && Conditions().Length > 0 && TestReport.Read(options.ResultsFolder, [project.Name]).ProjectsWithoutResults.Count > 0;

    private string Concluded(TestProject project, CommandResult result)
    {
        var report = TestReport.Read(options.ResultsFolder, [project.Name]);
        var level = result.Succeeded && report.Failed == 0 ? RunLevel.Good : RunLevel.Error;
        console.Line(level, $"{project.Name}: {report.Summary} ({result.Duration.TotalSeconds:0.0} s)");
        return project.Name;
    }

    private TestReport Reported(TestReport report)
    {
        foreach (var failed in report.Outcomes.Where(outcome => outcome.Kind == TestOutcomeKind.Failed))
            console.Line(RunLevel.Error, $"{failed.Name}: {failed.Message}");
        foreach (var project in report.ProjectsWithoutResults)
            console.Line(RunLevel.Error, $"{project} left no results: its host ended before it could write them, or it has no tests.");
        if (report.LeftOut.Count > 0)
            console.Line(RunLevel.Warning, $"Left out, because they need a container engine: {Counted.Of(report.LeftOut.Count, "test")} in {string.Join(", ", ClassesOf(report.LeftOut))}.");
        return report;
    }

    private static IEnumerable<string> ClassesOf(IEnumerable<string> tests) => tests
        .Select(test => test.Split('(')[0].Split('.'))
        .Where(parts => parts.Length > 1)
        .Select(parts => parts[^2])
        .Distinct()
        .Order(StringComparer.Ordinal);
}
