using QualityGovernance.Deployment.CommandLines;

namespace QualityGovernance.Deployment.Tests.CommandLines;

public sealed class BuildSchemaTests
{
    [Fact]
    public void The_schemas_that_both_engines_write_of_one_build_are_alike()
    {
        SampleSchema.OfThePackages.ShouldNotBe(SampleSchema.OfTheSubset);

        BuildSchema.Read(SampleSchema.OfTheSubset).IsLike(BuildSchema.Read(SampleSchema.OfThePackages)).ShouldBeTrue();
        BuildSchema.Read(SampleSchema.OfThePackages).IsLike(BuildSchema.Read(SampleSchema.OfTheSubset)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"Deploy\", \"Scan\"", "\"Deploy\", \"Rollback\", \"Scan\"")]
    [InlineData("\"enum\": [\"Deploy\", \"Scan\"]", "\"enum\": [\"Deploy\"]")]
    [InlineData("\"DryRun\":", "\"OnlyShow\":")]
    [InlineData("Shows what would be done", "Shows what would be deployed")]
    [InlineData("\"description\": \"How much\", \"type\": \"number\"", "\"description\": \"How much\", \"type\": \"string\"")]
    [InlineData("\"enum\": [\"Secrets\", \"Cve\"]", "\"enum\": [\"Secrets\", \"Cve\", \"Container\"]")]
    [InlineData("\"Stock\": { \"description\": \"Of a ready-made component\", \"type\": \"string\" },", "")]
    [InlineData("\"type\": \"array\", \"items\": { \"type\": \"string\" }", "\"type\": \"string\"")]
    public void A_schema_that_allows_or_says_something_else_is_not_alike(string before, string after)
    {
        SampleSchema.OfTheSubset.ShouldContain(before);
        var changed = BuildSchema.Read(SampleSchema.OfTheSubset.Replace(before, after, StringComparison.Ordinal));

        changed.IsLike(BuildSchema.Read(SampleSchema.OfThePackages)).ShouldBeFalse();
        BuildSchema.Read(SampleSchema.OfThePackages).IsLike(changed).ShouldBeFalse();
    }
}
