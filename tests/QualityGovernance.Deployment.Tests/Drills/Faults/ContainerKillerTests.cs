using QualityGovernance.Deployment.Drills.Faults.Planting;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Drills.Faults;

public sealed class ContainerKillerTests
{
    private const string Now = "2026-11-25T10:00:00.000000001Z";

    private readonly ScriptedRunner runner = new ScriptedRunner().On("docker info", Now).On("docker kill").On("docker ps", "newest\nolder");
    private int struck;

    [Fact]
    public async Task What_the_step_starts_is_killed_and_what_somebody_else_starts_is_not()
    {
        runner.On($"docker events --since {Now}", $"{Start("ours", "qgp.owner-pid", "me")}\n{Start("theirs", "qgp.owner-pid", "them")}\n{Start("foreign", "a", "b")}\nnot an event");

        await KillAsync(killsWhatIsThere: false);

        Killed().ShouldBe(["ours"]);
        struck.ShouldBe(1);
    }

    [Fact]
    public async Task Where_a_step_starts_none_the_newest_that_is_there_is_killed_and_what_takes_its_place()
    {
        runner.On("docker events", Start("successor", "stack", "drill"));

        await KillAsync(killsWhatIsThere: true);

        Killed().ShouldBe(["newest", "successor"]);
    }

    [Fact]
    public async Task One_that_had_ended_by_itself_was_not_met()
    {
        runner.On("docker events", Start("ours", "stack", "drill")).On("docker kill", exitCode: 1, error: "Container ours is not running");

        await KillAsync(killsWhatIsThere: false);

        struck.ShouldBe(0);
    }

    private async Task KillAsync(bool killsWhatIsThere)
    {
        using var killer = new ContainerKiller(new ContainerEngine(runner), ["stack=drill", "qgp.owner-pid=me"], killsWhatIsThere);
        await killer.BeginAsync(() => struck++);
        await killer.EndAsync();
    }

    private IEnumerable<string> Killed() => runner.Commands.Where(command => command.Arguments[0] == "kill").Select(command => command.Arguments[^1]);

    private static string Start(string id, string label, string value) =>
        $$$"""{"status":"start","id":"{{{id}}}","Type":"container","Action":"start","Actor":{"ID":"{{{id}}}","Attributes":{"image":"sha256:aa11","{{{label}}}":"{{{value}}}"} } }""";
}
