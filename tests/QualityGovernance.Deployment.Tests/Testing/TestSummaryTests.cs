using QualityGovernance.Deployment.Testing;

namespace QualityGovernance.Deployment.Tests.Testing;

public sealed class TestSummaryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tells_every_project_and_every_failure()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "A.trx"), """
            <?xml version="1.0" encoding="utf-8"?>
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>
                <UnitTestResult testName="A.Works" outcome="Passed" />
                <UnitTestResult testName="A.Breaks" outcome="Failed"><Output><ErrorInfo><Message>2 is not ~~~~ 3</Message></ErrorInfo></Output></UnitTestResult>
              </Results>
              <ResultSummary outcome="Failed" />
            </TestRun>
            """);

        var page = TestSummary.Of(TestReport.Read(_folder.Path, ["A", "B"]).WithLeftOut(["C.Engine"]));

        page.ShouldContain("## Tests: 1 passed, 2 failed, 1 skipped");
        page.ShouldContain("| A | 1 | 1 | 0 |");
        page.ShouldContain("| B | no results |");
        page.ShouldContain("**A.Breaks**\n\n~~~~text\n2 is not ~~~ 3\n~~~~\n");
        page.ShouldContain("need a container engine: 1 test.");
    }
}
