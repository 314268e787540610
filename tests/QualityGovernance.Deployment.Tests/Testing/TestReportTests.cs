using QualityGovernance.Deployment.Testing;

namespace QualityGovernance.Deployment.Tests.Testing;

public sealed class TestReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qgp-trx-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Counts_every_outcome_of_every_project()
    {
        Write("A", "Completed", ("one", "Passed"), ("two", "NotExecuted"));
        Write("B", "Failed", ("three", "Failed"), ("four", "Passed"));

        Read("A", "B").Summary.ShouldBe("2 passed, 1 failed, 1 skipped");
    }

    [Fact]
    public void A_project_that_left_no_results_is_a_failure()
    {
        Write("A", "Completed", ("one", "Passed"));

        var report = Read("A", "B");

        report.ProjectsWithoutResults.ShouldBe(["B"]);
        report.Failed.ShouldBe(1);
    }

    [Fact]
    public void A_result_file_cut_short_is_a_failure()
    {
        File.WriteAllText(Path.Combine(_folder, "A.trx"), "<TestRun><Results>");

        Read("A").ProjectsWithoutResults.ShouldBe(["A"]);
    }

    [Fact]
    public void A_project_that_ran_no_test_is_a_failure()
    {
        Write("A", "Completed");

        Read("A").Failed.ShouldBe(1);
    }

    [Theory]
    [InlineData("Aborted")]
    [InlineData("Failed")]
    public void A_host_that_died_after_passing_tests_is_a_failure(string outcome)
    {
        Write("A", outcome, ("one", "Passed"));

        Read("A").Summary.ShouldBe("1 passed, 1 failed, 0 skipped");
    }

    [Fact]
    public void A_failure_keeps_its_message()
    {
        Write("A", "Failed", ("one", "Failed"));

        Read("A").Outcomes.ShouldHaveSingleItem().Message.ShouldBe("broken");
    }

    private TestReport Read(params string[] projects) => TestReport.Read(_folder, projects);

    private void Write(string project, string outcome, params (string Name, string Outcome)[] results) =>
        File.WriteAllText(Path.Combine(_folder, project + ".trx"), $"""
            <?xml version="1.0" encoding="utf-8"?>
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>{string.Concat(results.Select(Result))}</Results>
              <ResultSummary outcome="{outcome}" />
            </TestRun>
            """);

    private static string Result((string Name, string Outcome) result) =>
        $"""<UnitTestResult testName="{result.Name}" outcome="{result.Outcome}"><Output><ErrorInfo><Message>broken</Message></ErrorInfo></Output></UnitTestResult>""";
}
