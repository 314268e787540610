using QualityGovernance.Deployment.Infrastructure;

namespace QualityGovernance.Deployment.Tests.Infrastructure;

public sealed class BicepTextTests
{
    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("it's", @"'it\'s'")]
    [InlineData(@"a\b", @"'a\\b'")]
    [InlineData("${secretKey}", @"'\${secretKey}'")]
    [InlineData("two\nlines", @"'two\nlines'")]
    public void A_value_stays_a_value(string value, string written) => BicepText.Quoted(value).ShouldBe(written);
}
