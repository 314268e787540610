using System.Text;

namespace QualityGovernance.Deployment.Testing;

/// <summary>A test run as Markdown, for a page that a build server shows beside it.</summary>
public static class TestSummary
{
    /// <summary>Longer messages are cut: the page has a limit, and the result files have the rest.</summary>
    private const int LongestMessage = 2000;

    public static string Of(TestReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder($"## Tests: {report.Summary}\n\n| Project | Passed | Failed | Skipped |\n|---|---:|---:|---:|\n");
        foreach (var project in report.Outcomes.GroupBy(outcome => outcome.Project, StringComparer.Ordinal).OrderBy(project => project.Key, StringComparer.Ordinal))
            text.Append($"| {project.Key} | {Count(project, TestOutcomeKind.Passed)} | {Count(project, TestOutcomeKind.Failed)} | {Count(project, TestOutcomeKind.Skipped)} |\n");
        foreach (var project in report.ProjectsWithoutResults) text.Append($"| {project} | no results | | |\n");
        if (report.LeftOut.Count > 0) text.Append($"\nLeft out, because they need a container engine: {Counted.Of(report.LeftOut.Count, "test")}.\n");
        foreach (var failed in report.Outcomes.Where(outcome => outcome.Kind == TestOutcomeKind.Failed))
            text.Append($"\n**{failed.Name}**\n\n~~~~text\n{Cut(failed.Message ?? "It said nothing.")}\n~~~~\n");
        return text.ToString();
    }

    private static int Count(IEnumerable<TestOutcome> outcomes, TestOutcomeKind kind) => outcomes.Count(outcome => outcome.Kind == kind);

    private static string Cut(string message) =>
        (message.Length > LongestMessage ? message[..LongestMessage] + " ..." : message).Replace("~~~~", "~~~", StringComparison.Ordinal);
}
