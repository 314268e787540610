using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Rehearsal;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>What a killed rehearsal leaves is removed by the next one; what a living one has is not touched.</summary>
[Trait("Needs", "Engine")]
[Collection(RehearsalCollection.Name)]
public sealed class OrphanTests(EngineFixture fixture)
{
    [Fact]
    public async Task The_next_rehearsal_removes_the_orphan_of_a_killed_one_and_spares_a_living_one()
    {
        await using var bystanders = await Bystanders.StandAsync(fixture.Engine, fixture.RealImage, Purposes.Rehearsal);
        await using (var living = new EndToEndRehearsal())
        {
            await living.StepsAsync(RehearsalStep.StartPostgres);
            using var killed = new RehearsalProcess();
            await killed.UntilAsync("[5/8] ApplyMigrations ...");
            killed.Kill();
            (await CountAsync(killed.RunId)).ShouldBeGreaterThan(0);

            await using (var next = new EndToEndRehearsal())
                await next.StepsAsync(RehearsalStep.CleanRehearsal);

            (await CountAsync(killed.RunId)).ShouldBe(0);
            (await fixture.Engine.ImageAsync($"quality-governance:rehearsal-{killed.RunId}")).ShouldBeNull();
            (await CountAsync(living.RunId)).ShouldBeGreaterThan(0);
        }

        await bystanders.NothingChangedAsync();
    }

    private async Task<int> CountAsync(string run)
    {
        var labels = Labels.For(Purposes.Rehearsal, run);
        return (await fixture.Engine.ContainersAsync(labels)).Count + (await fixture.Engine.VolumesAsync(labels)).Count + (await fixture.Engine.NetworksAsync(labels)).Count;
    }
}
