using System.Text.Json.Nodes;
using QualityGovernance.Deployment.Stacks.Swarm;

namespace QualityGovernance.Deployment.Tests.Stacks;

public sealed class ReplicaSpreadTests
{
    [Theory]
    [InlineData("a b", true)]
    [InlineData("a b a", true)]
    [InlineData("a a", false)]
    [InlineData("a a a b", false)]
    [InlineData("", false)]
    public void Shares_that_differ_by_more_than_one_are_uneven(string nodes, bool isEven) =>
        ReplicaSpread.Of(nodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(node => Task(node)), ["a", "b"]).IsEven.ShouldBe(isEven);

    [Fact]
    public void What_has_ended_and_what_is_not_wanted_any_more_is_no_share()
    {
        var spread = ReplicaSpread.Of([Task("a"), Task("b", state: "failed"), Task("b", desired: "shutdown")], ["a", "b"]);

        spread.ToString().ShouldBe("1 on a, 0 on b");
    }

    private static SwarmTask Task(string node, string state = "running", string desired = "running") => new("t", node, state, desired, new JsonObject(), null, "", default);
}
