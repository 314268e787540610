using System.Xml.Linq;

namespace QualityGovernance.Deployment.Testing;

/// <summary>What the test runner wrote about one run of all test projects: TRX files, one for each project.</summary>
public sealed class TestReport
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private TestReport(IReadOnlyList<TestOutcome> outcomes, IReadOnlyList<string> projectsWithoutResults, IReadOnlyList<string> leftOut)
    {
        Outcomes = outcomes;
        ProjectsWithoutResults = projectsWithoutResults;
        LeftOut = leftOut;
    }

    public IReadOnlyList<TestOutcome> Outcomes { get; }

    /// <summary>Projects that were to run and left no result: their host died, or there was nothing to run.</summary>
    public IReadOnlyList<string> ProjectsWithoutResults { get; }

    /// <summary>Tests that were knowingly not run. They count as skipped.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    public int Passed => Outcomes.Count(outcome => outcome.Kind == TestOutcomeKind.Passed);

    public int Failed => Outcomes.Count(outcome => outcome.Kind == TestOutcomeKind.Failed) + ProjectsWithoutResults.Count;

    public int Skipped => Outcomes.Count(outcome => outcome.Kind == TestOutcomeKind.Skipped) + LeftOut.Count;

    /// <summary>The line that ends a test run. A project without results counts as one failure.</summary>
    public string Summary => $"{Passed} passed, {Failed} failed, {Skipped} skipped";

    /// <summary>Reads <c>{project}.trx</c> of every project from the folder.</summary>
    public static TestReport Read(string folder, IEnumerable<string> projects)
    {
        var outcomes = new List<TestOutcome>();
        var without = new List<string>();
        foreach (var project in projects)
        {
            var file = Path.Combine(folder, project + ".trx");
            if (File.Exists(file) && OutcomesIn(file, project) is { } found) outcomes.AddRange(found);
            else without.Add(project);
        }

        return new TestReport(outcomes, without, []);
    }

    public TestReport WithLeftOut(IReadOnlyList<string> tests) => new(Outcomes, ProjectsWithoutResults, tests);

    /// <summary>Null when the runner could not finish the file, or ran no test: nothing was shown.</summary>
    private static List<TestOutcome>? OutcomesIn(string file, string project)
    {
        XDocument document;
        try
        {
            document = XDocument.Load(file);
        }
        catch (System.Xml.XmlException)
        {
            return null;
        }

        if (document.Root?.Element(Trx + "ResultSummary") is not { } summary || !document.Descendants(Trx + "UnitTestResult").Any()) return null;
        var results = document.Descendants(Trx + "UnitTestResult").Select(result => new TestOutcome(
            project,
            (string?)result.Attribute("testName") ?? "(unnamed)",
            KindOf((string?)result.Attribute("outcome")),
            MessageOf(result))).ToList();

        // An aborted host reports what it had and marks the summary alone.
        return (string?)summary.Attribute("outcome") == "Aborted" || (results.TrueForAll(result => result.Kind != TestOutcomeKind.Failed) && (string?)summary.Attribute("outcome") == "Failed")
            ? [.. results, new TestOutcome(project, "(test host)", TestOutcomeKind.Failed, "The test host ended before the run was complete.")]
            : results;
    }

    private static TestOutcomeKind KindOf(string? outcome) => outcome switch
    {
        "Passed" => TestOutcomeKind.Passed,
        "NotExecuted" => TestOutcomeKind.Skipped,
        _ => TestOutcomeKind.Failed,
    };

    private static string? MessageOf(XElement result) =>
        (string?)result.Element(Trx + "Output")?.Element(Trx + "ErrorInfo")?.Element(Trx + "Message");
}
