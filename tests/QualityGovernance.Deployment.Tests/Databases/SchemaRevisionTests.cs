using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Releases.Deploying;

namespace QualityGovernance.Deployment.Tests.Databases;

public sealed class SchemaRevisionTests
{
    [Fact]
    public void What_is_half_applied_is_read_with_the_revision()
    {
        string[][] whole = [["schema", "1_A", "1_A"], ["applied", "1_A"]];
        SchemaRevision.Read(whole)!.Halfway.ShouldBeNull();
        SchemaRevision.Read([.. whole, ["halfway", "2_B", "2", "3"]])!.Halfway!.ToString().ShouldBe("2_B is half applied: 2 of 3 steps");
    }

    [Theory]
    [InlineData("2", "2", true)]
    [InlineData("3", "2", true)]
    [InlineData("3", "3", false)]
    [InlineData("1", "1", false)]
    [InlineData("2", "3", false)] // a migration that takes something away is half applied
    public void A_release_serves_where_the_schema_says_so(string revision, string compatibleFrom, bool serves) =>
        SchemaFit.Serves("2", revision, compatibleFrom).ShouldBe(serves);
}
