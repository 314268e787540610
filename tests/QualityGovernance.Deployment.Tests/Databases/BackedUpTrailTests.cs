using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;

namespace QualityGovernance.Deployment.Tests.Databases;

[Trait("Needs", "Engine")]
[Collection(DatabaseCollection.Name)]
public sealed class BackedUpTrailTests(DatabaseServer server) : IDisposable
{
    private const string Trail =
        """
        CREATE TABLE audit_entries (id bigint PRIMARY KEY, entry_key uuid NOT NULL);
        CREATE TABLE audit_seals (sequence bigint PRIMARY KEY, entry_key uuid NOT NULL, hash text NOT NULL);
        INSERT INTO audit_entries SELECT n, ('00000000-0000-0000-0000-00000000000' || n)::uuid FROM generate_series(1, 4) AS n;
        INSERT INTO audit_seals SELECT id, entry_key, 'hash ' || id FROM audit_entries WHERE id < 4;
        """;

    private static readonly AuditTrailEnd Whole = new(3, "hash 3", 0);

    private readonly TemporaryFolder folder = new();

    private BackupCipher Cipher => new(server.Runner, recipient: null, identityFile: null);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_last_seal_of_the_same_moment_stands_in_the_manifest()
    {
        var backup = await TakeAsync();

        backup.Manifest.AuditTrail.ShouldBe(Whole);
        backup.Manifest.Anchor.ShouldBe("It holds the audit trail up to seal 3, hash 3");
        (await Verifying().VerifyAsync(backup)).IsGood.ShouldBeTrue();
    }

    [Fact]
    public async Task A_trail_without_seals_ends_at_its_beginning_and_a_schema_without_a_chain_has_no_end()
    {
        (await TakeAsync("TRUNCATE audit_seals;")).Manifest.AuditTrail.ShouldBe(new AuditTrailEnd(0, new string('0', 64), 0));
        (await TakeAsync("DROP TABLE audit_seals;")).Manifest.ShouldSatisfyAllConditions(manifest => manifest.AuditTrail.ShouldBeNull(), manifest => manifest.Anchor.ShouldBeNull());
    }

    [Fact]
    public async Task What_was_removed_before_the_backup_is_told_with_it()
    {
        var backup = await TakeAsync("DELETE FROM audit_entries WHERE id = 2; DELETE FROM audit_seals WHERE sequence = 1;");

        $"{backup.Manifest.AuditTrail}".ShouldBe("audit trail up to seal 3, hash 3, and 2 places of it are empty");
    }

    [Fact]
    public async Task An_entry_that_is_removed_from_the_restored_copy_is_found()
    {
        var backup = await TakeAsync();

        var refused = await Should.ThrowAsync<DeploymentException>(() => Verifying("DELETE FROM audit_entries WHERE id = 2;").VerifyAsync(backup));

        refused.Message.ShouldContain("1 places of the audit trail are empty instead of 0");
        BackupStore.Open(backup.Path).IsGood.ShouldBeFalse();
    }

    private async Task<BackupFile> TakeAsync(string change = "")
    {
        var database = await server.DatabaseAsync();
        await server.Tools.QueryAsync(database, Trail + change);
        return await new BackupTaking(server.Tools, new BackupStore(folder.Path), Cipher, TimeProvider.System).TakeAsync(database, "a look");
    }

    private BackupVerifying Verifying(string change = "") =>
        new(new MeddledServers(new ScratchContainers(server.Engine, server.Image, TimeProvider.System), change), Cipher, TimeProvider.System);
}
