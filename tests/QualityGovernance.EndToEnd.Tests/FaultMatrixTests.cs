using QualityGovernance.Deployment.Drills.Faults;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.EndToEnd.Tests;

[Trait("Needs", "Engine")]
[Collection(RehearsalCollection.Name)]
public sealed class FaultMatrixTests(FaultMatrixFixture matrix) : IClassFixture<FaultMatrixFixture>
{
    public static TheoryData<string> Cells => [.. FaultMatrixFixture.Spread.Select(cell => cell.ToString())];

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_fault_in_a_step_is_named_harms_nobody_else_and_leaves_nothing_that_is_not_recovered(string cell)
    {
        var receipt = matrix.Record.Step(cell).ShouldNotBeNull(matrix.Console.Text);

        receipt.Outcome.ShouldBe(Outcome.Passed, matrix.Console.Text);
    }

    [Fact]
    public void The_spread_has_every_fault_and_every_procedure()
    {
        FaultMatrixFixture.Spread.Select(cell => cell.Kind).Distinct().Count().ShouldBe(Enum.GetValues<FaultKind>().Length);
        FaultMatrixFixture.Spread.Select(cell => cell.Procedure).Distinct().ShouldBe(FaultPlan.Procedures.Keys, ignoreOrder: true);
        FaultMatrixFixture.Spread.ShouldBeSubsetOf(FaultPlan.All);
    }

    [Fact]
    public void The_matrix_leaves_receipts_of_its_own() => matrix.Record.Problems.ShouldBeEmpty();
}
