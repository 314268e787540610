using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Configuration;

public class RiskMatrixTests
{
    private static readonly RiskMatrix Matrix = Environments.Production().With("RISK_MATRIX", "3x4, low:1:#00FF00, high:6:ff0000").Accepted().RiskMatrix;

    [Fact]
    public void Size_levels_and_colours_are_read()
    {
        (Matrix.Likelihoods, Matrix.Impacts).ShouldBe((3, 4));
        Matrix.Levels.ShouldBe([new("low", 1, "#00ff00"), new("high", 6, "#ff0000")]);
    }

    [Theory]
    [InlineData(1, "low")]
    [InlineData(5, "low")]
    [InlineData(6, "high")]
    [InlineData(12, "high")]
    [InlineData(25, "high")]
    public void A_score_has_the_level_that_begins_at_it_or_before(int score, string level) => Matrix.LevelOf(score).Name.ShouldBe(level);

    [Fact]
    public void The_scores_of_a_level_end_where_the_next_one_begins()
    {
        Matrix.ScoresOf("low").ShouldBe((1, 6));
        Matrix.ScoresOf("high").ShouldBe((6, null));
        Matrix.ScoresOf("unknown").ShouldBeNull();
    }

    [Fact]
    public void A_level_has_a_name_as_long_as_a_filter_takes_and_no_longer()
    {
        var name = new string('x', RiskLevel.LongestName);
        Environments.Production().With("RISK_MATRIX", $"3x4,low:1:00ff00,{name}:6:ff0000").Accepted().RiskMatrix.Levels[1].Name.ShouldBe(name);
        Environments.Production().With("RISK_MATRIX", $"3x4,low:1:00ff00,{name}x:6:ff0000").Refused().ShouldContain("a level that is not a name");
    }

    [Theory]
    [InlineData("low:1:00ff00,high:6:ff0000", "does not begin with")]
    [InlineData("1x5,low:1:00ff00,high:3:ff0000", "does not begin with")]
    [InlineData("5x11,low:1:00ff00,high:3:ff0000", "does not begin with")]
    [InlineData("5x5", "fewer than two levels")]
    [InlineData("5x5,low:1:00ff00", "fewer than two levels")]
    [InlineData("5x5,Low:1:00ff00,high:6:ff0000", "a level that is not a name")]
    [InlineData("5x5,low:1:green,high:6:ff0000", "a level that is not a name")]
    [InlineData("5x5,low:2:00ff00,high:6:ff0000", "does not begin at the score 1")]
    [InlineData("5x5,low:1:00ff00,high:6:ff0000,middle:4:ffff00", "do not rise")]
    [InlineData("5x5,low:1:00ff00,high:1:ff0000", "do not rise")]
    [InlineData("3x3,low:1:00ff00,high:10:ff0000", "beyond its highest score, 9")]
    [InlineData("5x5,low:1:00ff00,low:6:ff0000", "two levels of one name")]
    public void A_matrix_that_rates_nothing_sensibly_is_refused(string text, string why)
    {
        var problem = Environments.Production().With("RISK_MATRIX", text).Refused();

        problem.ShouldStartWith("RISK_MATRIX ");
        problem.ShouldContain(why);
        problem.ShouldContain("Write RISK_MATRIX=5x5,very_low:1:22c55e");
    }
}
