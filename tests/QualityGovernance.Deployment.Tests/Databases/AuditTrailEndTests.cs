using QualityGovernance.Deployment.Databases;

namespace QualityGovernance.Deployment.Tests.Databases;

public sealed class AuditTrailEndTests
{
    private static readonly AuditTrailEnd Whole = new(3, "c", 0);

    [Fact]
    public void The_same_end_is_no_difference() => AuditTrailEnd.Differences(Whole, Whole with { }).ShouldBeEmpty();

    [Fact]
    public void A_backup_that_says_nothing_of_the_trail_is_compared_without_it() => AuditTrailEnd.Differences(null, Whole).ShouldBeEmpty();

    [Fact]
    public void A_chain_that_is_gone_is_found() => AuditTrailEnd.Differences(Whole, null).ShouldBe(["the chain of the audit trail is missing"]);

    [Theory]
    [InlineData(2, "b")]
    [InlineData(3, "another")]
    public void Another_end_is_found(long sequence, string hash) =>
        AuditTrailEnd.Differences(Whole, new(sequence, hash, 0)).ShouldBe([$"the audit trail ends with seal {sequence} ({hash}) instead of 3 (c)"]);

    [Fact]
    public void An_empty_place_is_found() => AuditTrailEnd.Differences(Whole, Whole with { Missing = 2 }).ShouldBe(["2 places of the audit trail are empty instead of 0"]);
}
