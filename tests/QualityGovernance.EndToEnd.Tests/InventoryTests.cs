using QualityGovernance.Deployment.Documents;

namespace QualityGovernance.EndToEnd.Tests;

/// <summary>The committed inventory against the real image.</summary>
[Trait("Needs", "Engine")]
[Collection(StackCollection.Name)]
public sealed class InventoryTests(EngineFixture fixture)
{
    [Fact]
    public async Task The_inventory_is_what_the_built_image_tells_of_itself()
    {
        var document = await InventoryOf(fixture.RealImage);

        document.Drift(Checkout.Root).ShouldBeNull();
        document.Text.ShouldContain("| `/readyz` |");
        (document with { Text = document.Text.Replace("| User | 1654 |", "| User | root |", StringComparison.Ordinal) }).Drift(Checkout.Root).ShouldNotBeNull().ShouldContain("./build.sh GenerateDocuments");
    }

    [Fact]
    public async Task An_image_that_is_not_there_is_named_with_the_command_that_makes_one()
    {
        var error = await Should.ThrowAsync<Deployment.DeploymentException>(() => InventoryOf("qgp-end-to-end:none"));

        error.Message.ShouldContain("qgp-end-to-end:none");
        error.NextCommand.ShouldBe("./build.sh Rehearsal --cached");
    }

    private Task<Deployment.Generated.GeneratedFile> InventoryOf(string image) =>
        new DocumentRenderer(new DocumentOptions(Checkout.Root, "") { Image = image }, [], fixture.Engine.Runner).InventoryAsync(fixture.Engine, TimeProvider.System);
}
