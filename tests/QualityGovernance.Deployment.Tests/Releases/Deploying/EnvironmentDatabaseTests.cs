using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Tests.Databases;

namespace QualityGovernance.Deployment.Tests.Releases.Deploying;

[Trait("Needs", "Engine")]
[Collection(DatabaseCollection.Name)]
public sealed class EnvironmentDatabaseTests(DatabaseServer server) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_the_database_says_is_what_counts_and_its_backup_was_restored()
    {
        var database = Of(await server.DatabaseAsync());

        (await database.SchemaAsync(CancellationToken.None))!.Revision.ShouldBe("20260101000000_First");
        var backup = await database.BackUpAsync("before a test", CancellationToken.None);
        backup.IsGood.ShouldBeTrue();
        backup.Manifest.Reason.ShouldBe("before a test");
    }

    [Fact]
    public async Task An_empty_database_has_no_schema()
    {
        var address = await server.DatabaseAsync();
        await server.Tools.QueryAsync(address, "DROP SCHEMA public CASCADE; CREATE SCHEMA public;");

        (await Of(address).SchemaAsync(CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Tables_that_no_migration_made_are_not_taken_for_an_empty_database()
    {
        var address = await server.DatabaseAsync();
        await server.Tools.QueryAsync(address, "DROP TABLE schema_info, \"__EFMigrationsHistory\";");

        (await Should.ThrowAsync<DeploymentException>(() => Of(address).SchemaAsync(CancellationToken.None)))
            .Message.ShouldContain("has 2 tables, and none of them was made by the migrations of this product");
    }

    [Fact]
    public async Task What_interrupted_restores_have_made_is_removed_and_nothing_else()
    {
        var address = await server.DatabaseAsync();
        string[] made = [$"{address.Database}_restored_20260101000000000", $"{address.Database}_discarded_20260101000000001"];
        string[] others = [$"{address.Database}_before_20260101000000000", $"{address.Database}_restored_by_hand"];
        foreach (var name in made.Concat(others))
            await server.Tools.QueryAsync(address, $"CREATE DATABASE {name};");

        (await Of(address).RemoveUnfinishedRestoresAsync(CancellationToken.None)).Order().ShouldBe(made.Order());

        (await server.DatabasesAsync(address.Database)).Order().ShouldBe(others.Append(address.Database).Order());
    }

    private EnvironmentDatabase Of(DatabaseAddress address)
    {
        var cipher = new BackupCipher(server.Runner, recipient: null, identityFile: null);
        return new EnvironmentDatabase(
            server.Tools, address, new BackupTaking(server.Tools, new BackupStore(folder.Path), cipher, TimeProvider.System),
            new BackupVerifying(server.Engine, server.Image, cipher, TimeProvider.System), new DatabaseRestoring(server.Tools, cipher, TimeProvider.System));
    }
}
