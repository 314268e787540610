namespace QualityGovernance.EndToEnd.Tests.Runbook;

/// <summary>The commands of the runbook that read the checkout itself, typed in it: what they hold against each other is committed.</summary>
[Trait("Needs", "Engine")]
[Collection(RehearsalCollection.Name)]
public sealed class DocumentCommandTests(EngineFixture fixture)
{
    private static readonly string[] Written = ["docs/DEPLOYMENT_RUNBOOK.md", "docs/RUNTIME_INVENTORY.md", "docs/configuration.md", ".env.sandbox.example"];

    [Fact]
    public async Task What_follows_from_something_else_is_checked_and_written_anew_the_same()
    {
        await using var rehearsed = await RehearsedName.GiveToAsync(fixture.Engine, fixture.RealImage);
        var type = new TypedCommands(typeof(DocumentCommandTests), Checkout.Root, new Dictionary<string, string>());

        (await type.TypeAsync("FaultMatrix --procedure Deploy --list", 0)).ShouldContain("Rollout");
        (await type.TypeAsync("CheckMigrations", 0)).ShouldContain("CheckMigrations");
        (await type.TypeAsync("CheckDocuments", 0)).ShouldContain("generated documents are what they follow from");
        var before = Written.Select(Read).ToList();
        await type.TypeAsync("GenerateDocuments", 0);
        Written.Select(Read).ShouldBe(before);

        // Without the tool that lists packages, actionlint, or the compiler of blueprints, what is asked for is incomplete and says so.
        await type.TypeAsync("SoftwareBillOfMaterials", [0, 3]);
        await type.TypeAsync("CheckWorkflows", [0, 3]);
        await type.TypeAsync("CheckInfrastructure", [0, 3]);
        type.AllWereTyped();
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Checkout.Root, file));
}
