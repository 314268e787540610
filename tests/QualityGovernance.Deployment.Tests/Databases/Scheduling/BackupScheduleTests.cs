using QualityGovernance.Deployment.Databases.Scheduling;

namespace QualityGovernance.Deployment.Tests.Databases.Scheduling;

public sealed class BackupScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly BackupSchedule SixHourly = new(TimeSpan.FromHours(6));

    [Fact]
    public void The_first_is_due_at_once()
    {
        SixHourly.Due(newestGood: null, Now).ShouldBe(Now);
        BackupSchedule.Daily(new TimeOnly(2, 30)).Due(newestGood: null, Now).ShouldBe(Now);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(-6, 0)]
    [InlineData(-40, -34)]
    [InlineData(100, 6)]
    public void The_next_is_due_an_interval_after_the_newest_good_one_even_if_the_clock_was_ahead_then(int newestInHours, int dueInHours) =>
        SixHourly.Due(Now.AddHours(newestInHours), Now).ShouldBe(Now.AddHours(dueInHours));

    [Theory]
    [InlineData("2026-11-24T02:30:00Z", "2026-11-25T02:30:00Z")]
    [InlineData("2026-11-24T02:29:59Z", "2026-11-24T02:30:00Z")]
    [InlineData("2026-11-24T11:00:00Z", "2026-11-25T02:30:00Z")]
    [InlineData("2026-11-20T03:00:00Z", "2026-11-21T02:30:00Z")]
    public void A_daily_one_is_due_at_the_first_such_time_after_the_newest_good_one(string newest, string due) =>
        BackupSchedule.Daily(new TimeOnly(2, 30)).Due(Time(newest), Now).ShouldBe(Time(due));

    [Fact]
    public void After_failures_the_pauses_grow_up_to_an_hour_and_never_beyond_the_interval()
    {
        new[] { 1, 2, 3, 6, 7, 500 }.Select(SixHourly.Pause).ShouldBe(new[] { 1, 2, 4, 32, 60, 60 }.Select(minutes => TimeSpan.FromMinutes(minutes)));
        new BackupSchedule(TimeSpan.FromMinutes(3)).Pause(5).ShouldBe(TimeSpan.FromMinutes(3));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
