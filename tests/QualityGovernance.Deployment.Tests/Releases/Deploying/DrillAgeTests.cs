using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Tests.Releases.Deploying;

public sealed class DrillAgeTests : IDisposable
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly FakeEnvironment environment = new();

    public void Dispose() => environment.Dispose();

    [Fact]
    public void The_last_drill_that_went_well_counts()
    {
        RecordedDrill.Add(environment.Parts, -20);
        RecordedDrill.Add(environment.Parts, -3);
        RecordedDrill.Add(environment.Parts, -1, Outcome.Failed);

        Require().ShouldBe(environment.Time.GetUtcNow().AddDays(-3));
    }

    [Fact]
    public void Without_one_the_next_command_is_named()
    {
        var refusal = Should.Throw<DeploymentException>(() => Require());

        refusal.Message.ShouldStartWith("No reset drill that went well is on record in ");
        refusal.NextCommand.ShouldBe("./build.sh ResetDrill --confirm");
    }

    [Fact]
    public void One_that_is_too_old_is_refused_with_its_age()
    {
        RecordedDrill.Add(environment.Parts, -31);

        Should.Throw<DeploymentException>(() => Require()).Message.ShouldStartWith("The last reset drill that went well was 31.0 days ago, and it must not be older than 30 days.");
    }

    [Fact]
    public void A_line_of_the_history_without_receipts_is_no_drill()
    {
        Directory.Delete(RecordedDrill.Add(environment.Parts, -1).Folder, recursive: true);

        Should.Throw<DeploymentException>(() => Require()).Message.ShouldContain("does not count: its receipts are not in ");
    }

    [Fact]
    public void Receipts_that_were_changed_are_no_drill()
    {
        var run = RecordedDrill.Add(environment.Parts, -31);
        File.WriteAllText(run.LedgerPath, File.ReadAllText(run.LedgerPath).Replace("2026-10-23", "2026-11-20", StringComparison.Ordinal));

        Should.Throw<DeploymentException>(() => Require()).Message.ShouldContain($"{run.Id} does not count: Line 1 (receipt 1, ResetDrill) was changed");
    }

    [Fact]
    public void A_failed_drill_that_the_history_calls_good_is_none()
    {
        var failed = RecordedDrill.Add(environment.Parts, -1, Outcome.Failed);
        var line = File.ReadAllText(environment.Parts.DrillHistory);
        RecordedDrill.Add(environment.Parts, -40);
        var good = File.ReadAllLines(environment.Parts.DrillHistory)[1];
        File.WriteAllText(environment.Parts.DrillHistory, line.Replace(Word(line), Word(good), StringComparison.Ordinal));

        Should.Throw<DeploymentException>(() => Require()).Message.ShouldContain($"{failed.Id} does not count: its receipts say otherwise");
    }

    [Fact]
    public void A_run_of_another_kind_is_no_drill()
    {
        RecordedDrill.Add(environment.Parts, -1, name: "Rehearsal");

        Should.Throw<DeploymentException>(() => Require()).Message.ShouldContain("does not count: it is a run of Rehearsal.");
    }

    [Fact]
    public void A_history_that_cannot_be_read_is_named()
    {
        File.WriteAllText(environment.Parts.DrillHistory, "{\"at\":\"2026-11-22T00:00:00Z\"}\n");

        Should.Throw<DeploymentException>(() => Require()).Message.ShouldContain("holds a line without a \"run\"");
    }

    private static string Word(string line) => line.Split("\"verdict\":\"")[1].Split('"')[0];

    private DateTimeOffset Require() => new DrillAge(environment.Parts.DrillHistory, environment.Parts.RunsFolder).Require(Month, environment.Time.GetUtcNow());
}
