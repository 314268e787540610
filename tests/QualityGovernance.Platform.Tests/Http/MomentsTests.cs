using QualityGovernance.Platform.Http;

namespace QualityGovernance.Platform.Tests.Http;

public class MomentsTests
{
    [Theory]
    [InlineData("2026-01-31T09:30:00Z", "2026-01-31T09:30:00Z")]
    [InlineData("2026-01-31T09:30:00+02:00", "2026-01-31T07:30:00Z")]
    [InlineData("2026-01-31T09:30:00", "2026-01-31T09:30:00Z")]
    [InlineData("2026-01-31", "2026-01-31T00:00:00Z")]
    [InlineData("31 January 2026", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_date_is_read_as_in_a_body(string? text, string? moment) =>
        Moments.Read(text).ShouldBe(moment is null ? null : DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-05-02", "2026-05-01", true)]
    [InlineData("2026-05-01", "2026-05-01", false)]
    [InlineData("2026-05-01", null, false)]
    [InlineData(null, "2026-05-01", false)]
    public void A_period_begins_before_it_ends(string? from, string? to, bool isWrong) =>
        new FieldErrors().Period(from, to).Items.Select(error => error.Field).ShouldBe(isWrong ? ["from"] : []);
}
