using System.Text.Json;
using QualityGovernance.Deployment.Databases;
using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Databases;

public sealed class BackupStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();
    private readonly SecretMask mask = new();

    private BackupStore Store => new(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_has_no_manifest_or_no_end_is_not_listed()
    {
        Put("whole", ageInDays: 1);
        File.WriteAllText(Path.Combine(folder.Path, "stray.dump"), "x");
        File.WriteAllText(Path.Combine(folder.Path, "broken.dump.partial"), "x");

        Store.List().ShouldHaveSingleItem().Name.ShouldBe("whole.dump");
        Should.Throw<DeploymentException>(() => BackupStore.Open(Path.Combine(folder.Path, "stray.dump"))).Message.ShouldContain("has no manifest");
        Should.Throw<DeploymentException>(() => BackupStore.Open(Path.Combine(folder.Path, "none.dump"))).NextCommand.ShouldBe("./build.sh ListBackups");
    }

    [Fact]
    public void Retention_counts_ages_and_spares_the_newest_that_is_good()
    {
        Put("a", ageInDays: 1);
        Put("b", ageInDays: 2);
        Put("c", ageInDays: 40, good: true);
        Put("d", ageInDays: 50, good: true);

        Store.Retain(count: 1, TimeSpan.FromDays(30), Now).ShouldBe(["b.dump", "d.dump"]);

        Store.List().Select(backup => backup.Name).ShouldBe(["a.dump", "c.dump"]);
        Directory.EnumerateFiles(folder.Path, "d.dump*").ShouldBeEmpty();
    }

    [Fact]
    public void A_manifest_that_was_tampered_with_is_named()
    {
        Put("a", ageInDays: 1);
        File.WriteAllText(Path.Combine(folder.Path, "a.dump.manifest.json"), """{ "product": "quality-governance", "surprise": 1 }""");

        Should.Throw<DeploymentException>(() => Store.List()).Message.ShouldContain("a.dump.manifest.json is not what was written there");
    }

    [Theory]
    [InlineData("postgresql://qgp:p%40ss7731@db.example.org:6432/quality?sslmode=require", "db.example.org", 6432, "quality", "require")]
    [InlineData("postgres://qgp:p%40ss7731@db/quality", "db", 5432, "quality", "prefer")]
    public void An_address_is_read_as_the_service_takes_it(string url, string host, int port, string database, string mode)
    {
        var address = DatabaseAddress.Parse(url, mask);

        address.ShouldBe(new DatabaseAddress(host, port, database, "qgp", "p@ss7731") { SslMode = mode });
        $"{address}".ShouldNotContain("7731");
        mask.Apply("p@ss7731").ShouldBe("***");
    }

    [Theory]
    [InlineData("sqlite:///sentinel7731")]
    [InlineData("postgresql://sentinel7731@db/quality")]
    [InlineData("postgresql://qgp:sentinel7731@db")]
    public void An_address_of_another_form_is_refused_without_being_shown(string url) =>
        Should.Throw<DeploymentException>(() => DatabaseAddress.Parse(url, mask)).Message.ShouldNotContain("7731");

    [Fact]
    public void A_password_file_escapes_what_it_has_to() =>
        new DatabaseAddress("db", 5432, "q", "qgp", "a:b\\c").PasswordLine().ShouldBe("db:5432:*:qgp:a\\:b\\\\c\n");

    [Fact]
    public async Task An_encrypted_backup_needs_the_program_and_the_identity()
    {
        var runner = new ScriptedRunner();
        (await Should.ThrowAsync<DeploymentException>(() => new BackupCipher(runner, "age1x", null).EncryptAsync("a", "b", default))).NextCommand.ShouldBe("./build.sh Provision");
        (await Should.ThrowAsync<DeploymentException>(() => new BackupCipher(runner, "age1x", null).DecryptAsync("a", "b", default))).Message.ShouldContain(BackupCipher.IdentityVariable);

        runner.On("age --decrypt", exitCode: 1, error: "age: error: no identity matched any of the recipients");
        (await Should.ThrowAsync<DeploymentException>(() => new BackupCipher(runner, null, "key.txt").DecryptAsync("a", "b", default))).Message.ShouldContain("no identity matched");
    }

    private void Put(string name, int ageInDays, bool good = false)
    {
        var manifest = new BackupManifest
        {
            Product = BackupManifest.QualityGovernance,
            Database = "qgp",
            Revision = "r",
            CompatibleFrom = "r",
            ServerVersion = "15.1",
            Created = Now.AddDays(-ageInDays),
            Reason = "a test",
            Tables = [],
            Sha256 = "00",
            SizeBytes = 1,
            Encrypted = false,
        };
        var path = Path.Combine(folder.Path, name + ".dump");
        File.WriteAllText(path, "x");
        File.WriteAllText(path + ".manifest.json", JsonSerializer.Serialize(manifest, BackupManifest.Json));
        if (good)
            File.WriteAllText(path + ".verified.json", JsonSerializer.Serialize(new BackupVerification("00", Now, 1, "image"), BackupManifest.Json));
    }
}
