using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>Whose a thing on the engine is, by what the engine says of it.</summary>
public sealed class BystandersTests
{
    [Theory]
    [InlineData("""{ "Labels": { "qgp.purpose": "rehearsal" } }""", false)]
    [InlineData("""{ "Labels": { "qgp.purpose": "image" } }""", false)]
    [InlineData("""{ "Labels": {} }""", false)]
    [InlineData("""{ "Labels": { "qgp.purpose": "drill" } }""", true)]
    [InlineData("""{ "Labels": { "com.docker.stack.namespace": "qgp-drill-1" } }""", true)]
    [InlineData("""{ "Labels": { "bystander": "" } }""", true)]
    [InlineData("""{ "Labels": { "org.testcontainers": "true" } }""", true)]
    [InlineData("""{ "Name": "/qgp-faults-1234-bystander", "Labels": {} }""", true)]
    [InlineData("""{ "Name": "qgp-test-1234", "Labels": { "qgp.purpose": "rehearsal" } }""", true)]
    public void What_a_rehearsal_may_have_left_is_told_from_what_others_own(string inspected, bool isOfOthers) =>
        Bystanders.IsOfOthers(inspected, [Purposes.Rehearsal, Purposes.Image]).ShouldBe(isOfOthers);
}
