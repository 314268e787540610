using QualityGovernance.Deployment.Drills.Deployment;

namespace QualityGovernance.Deployment.Tests.Drills;

public sealed class DeployDrillOptionsTests
{
    private static readonly DeployDrillOptions Usual = new("/checkout", "/drill", "/runs", "image");

    [Fact]
    public void A_tolerance_lengthens_each_limit_and_leaves_what_is_drilled()
    {
        var tolerant = Usual.Tolerating(3);

        (tolerant.RejectionLimit, tolerant.DeadlineTolerance, tolerant.RollbackLimit).ShouldBe((Usual.RejectionLimit * 3, Usual.DeadlineTolerance * 3, Usual.RollbackLimit * 3));
        (tolerant with { RejectionLimit = Usual.RejectionLimit, DeadlineTolerance = Usual.DeadlineTolerance, RollbackLimit = Usual.RollbackLimit }).ShouldBe(Usual);
        Usual.Tolerating(1).ShouldBe(Usual);
    }

    [Fact]
    public void Limits_are_not_taken_away() => Should.Throw<ArgumentOutOfRangeException>(() => Usual.Tolerating(0));
}
