using QualityGovernance.Deployment.Rehearsal;

namespace QualityGovernance.EndToEnd.Tests;

public sealed class EmbeddedOrphanTests
{
    [Fact]
    public async Task The_service_and_the_folder_of_a_killed_rehearsal_are_removed_by_the_next_one()
    {
        using var killed = new RehearsalProcess("without-engine");
        await killed.UntilAsync("[7/8] VerifyHealth ...");
        killed.Kill();
        var folder = Path.Combine(Path.GetTempPath(), $"qgp-rehearsal-{killed.RunId}");
        var service = int.Parse((await File.ReadAllTextAsync(Path.Combine(folder, "service"))).Split('@')[0]);
        Directory.Exists($"/proc/{service}").ShouldBeTrue();

        await using var next = new EndToEndRehearsal(options => options with { WithoutEngine = true });
        await next.StepsAsync(RehearsalStep.CleanRehearsal);

        Directory.Exists(folder).ShouldBeFalse();
        Directory.Exists($"/proc/{service}").ShouldBeFalse();
    }
}
