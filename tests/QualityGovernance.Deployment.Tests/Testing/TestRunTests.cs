using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Testing;

namespace QualityGovernance.Deployment.Tests.Testing;

public sealed class TestRunTests : IDisposable
{
    private const string Suite = "/x/Suite.csproj";

    private readonly TemporaryFolder _folder = new();
    private readonly RecordingConsole _console = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_an_engine_the_tests_that_need_one_are_named_and_nothing_runs()
    {
        var runner = new DotNetStandIn(this) { EngineTests = ["Suite.DatabaseTests.Reads"] };

        var error = await Should.ThrowAsync<DeploymentException>(() => Run(runner, engineAnswers: false));

        error.Message.ShouldContain("1 test cannot be run without one: DatabaseTests");
        error.NextCommand!.ShouldContain("--provision");
        runner.Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaving_the_engine_out_knowingly_counts_its_tests_as_skipped()
    {
        var runner = new DotNetStandIn(this) { EngineTests = ["Suite.DatabaseTests.Reads"] };

        var report = await Run(runner, engineAnswers: false, withoutEngine: true);

        report.Summary.ShouldBe("1 passed, 0 failed, 1 skipped");
        _console.Text.ShouldContain("DatabaseTests");
        runner.Ran.ShouldHaveSingleItem().ShouldContain("(Needs!=Engine)");
    }

    [Fact]
    public async Task A_runner_that_leaves_no_results_fails_the_run()
    {
        var report = await Run(new DotNetStandIn(this) { WritesResults = false, ExitCode = 1 }, engineAnswers: true);

        report.Failed.ShouldBe(1);
    }

    [Fact]
    public async Task Results_of_an_earlier_run_are_not_read_again()
    {
        await Run(new DotNetStandIn(this), engineAnswers: true);

        var report = await Run(new DotNetStandIn(this) { WritesResults = false }, engineAnswers: true);

        report.Summary.ShouldBe("0 passed, 1 failed, 0 skipped");
    }

    [Fact]
    public async Task A_filter_that_matches_nothing_in_one_project_is_no_failure()
    {
        var report = await Run(new DotNetStandIn(this), engineAnswers: true, filter: "Name~Adds", projects: ["/x/Empty.csproj", Suite]);

        report.Summary.ShouldBe("1 passed, 0 failed, 0 skipped");
        _console.Text.ShouldContain("Empty: no test matches.");
    }

    [Fact]
    public async Task A_filter_that_matches_nothing_in_any_project_fails_the_run_and_is_named()
    {
        var error = await Should.ThrowAsync<DeploymentException>(() => Run(new DotNetStandIn(this) { WritesResults = false }, engineAnswers: true, filter: "Name~Nothing"));

        error.Message.ShouldContain("Name~Nothing");
        error.NextCommand!.ShouldContain("./build.sh Test");
    }

    [Fact]
    public async Task Leaving_the_engine_out_of_tests_that_all_need_it_fails_the_run() =>
        (await Should.ThrowAsync<DeploymentException>(() => Run(new DotNetStandIn(this) { WritesResults = false }, engineAnswers: true, withoutEngine: true)))
            .Message.ShouldContain("Needs!=Engine");

    [Fact]
    public async Task A_run_without_a_project_has_shown_nothing_and_fails() =>
        (await Should.ThrowAsync<DeploymentException>(() => Run(new DotNetStandIn(this), engineAnswers: true, projects: []))).Message.ShouldContain("no test project");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tests_that_need_an_engine_and_cannot_be_listed_are_an_error_and_nothing_runs(bool withoutEngine)
    {
        var runner = new DotNetStandIn(this) { ListingExitCode = 1 };

        var error = await Should.ThrowAsync<CommandFailedException>(() => Run(runner, engineAnswers: false, withoutEngine));

        error.Message.ShouldContain("--list-tests");
        runner.Ran.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_project_that_mostly_waits_runs_beside_the_others_which_come_one_after_the_other()
    {
        var runner = new MeetingRunner();

        await new TestRun(runner, _console, new TestRunOptions
        {
            Projects = [new TestProject("/x/A.Tests.csproj"), new TestProject("/x/B.Tests.csproj"), new TestProject("/x/EndToEnd.Tests.csproj")],
            ResultsFolder = Results,
            Configuration = "Debug",
        }).RunAsync(engineAnswers: true);

        runner.Met.ShouldContain("A.Tests beside EndToEnd.Tests");
        runner.Met.ShouldNotContain(meeting => meeting.Contains("A.Tests", StringComparison.Ordinal) && meeting.Contains("B.Tests", StringComparison.Ordinal));
    }

    private string Results => Path.Combine(_folder.Path, "results");

    private Task<TestReport> Run(ICommandRunner runner, bool engineAnswers, bool withoutEngine = false, string? filter = null, string[]? projects = null) =>
        new TestRun(runner, _console, new TestRunOptions
        {
            Projects = [.. (projects ?? [Suite]).Select(file => new TestProject(file))],
            ResultsFolder = Results,
            Configuration = "Debug",
            WithoutEngine = withoutEngine,
            Filter = filter,
        }).RunAsync(engineAnswers);

    /// <summary>Who runs at the same time as whom. The long project ends after the others have.</summary>
    private sealed class MeetingRunner : ICommandRunner
    {
        private readonly TaskCompletionSource longBegan = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource othersEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<string> running = [];
        private int ended;

        public List<string> Met { get; } = [];

        public async Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
        {
            var name = Path.GetFileNameWithoutExtension(command.Arguments[1]);
            var isLong = name.StartsWith("EndToEnd", StringComparison.Ordinal);
            if (!isLong) await longBegan.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellation);
            lock (running)
            {
                running.Add(name);
                Met.Add(string.Join(" beside ", running.Order(StringComparer.Ordinal)));
            }

            if (isLong)
            {
                longBegan.SetResult();
                await othersEnded.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellation);
            }

            lock (running) running.Remove(name);
            if (!isLong && Interlocked.Increment(ref ended) == 2) othersEnded.SetResult();
            return new CommandResult(0, "", "", TimeSpan.Zero);
        }
    }

    /// <summary>Answers as <c>dotnet test</c> does: lists tests, or writes results of the one project that has a test.</summary>
    private sealed class DotNetStandIn(TestRunTests owner) : ICommandRunner
    {
        public IReadOnlyList<string> EngineTests { get; init; } = [];

        public bool WritesResults { get; init; } = true;

        public int ExitCode { get; init; }

        public int ListingExitCode { get; init; }

        public List<string> Ran { get; } = [];

        public Task<CommandResult> RunAsync(Command command, Action<string>? onLine = null, CancellationToken cancellation = default)
        {
            if (command.Arguments.Contains("--list-tests"))
                return Task.FromResult(new CommandResult(ListingExitCode, "The following Tests are available:\n" + string.Join('\n', EngineTests.Select(test => "    " + test)), "", TimeSpan.Zero));
            Ran.Add(command.ToString());
            if (WritesResults && command.Arguments.Contains(Suite)) File.WriteAllText(Path.Combine(owner.Results, "Suite.trx"), TrxWithOnePassedTest);
            return Task.FromResult(new CommandResult(ExitCode, "", "", TimeSpan.Zero));
        }

        private const string TrxWithOnePassedTest = """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results><UnitTestResult testName="Suite.UnitTests.Adds" outcome="Passed" /></Results>
              <ResultSummary outcome="Completed" />
            </TestRun>
            """;
    }
}
