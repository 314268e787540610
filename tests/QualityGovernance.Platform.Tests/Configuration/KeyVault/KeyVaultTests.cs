using System.Reflection;
using Microsoft.Extensions.Configuration;
using QualityGovernance.Platform.Configuration;
using QualityGovernance.Platform.Configuration.KeyVault;
using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Configuration.KeyVault;

public sealed class KeyVaultTests : IAsyncLifetime
{
    private const string Key = "Vb3Nf8Qs1Zd6Xk0Wr5Lt9Gm2Hp7Jc4Ye";

    private FakeAzure azure = null!;

    public async Task InitializeAsync() => azure = await FakeAzure.StartAsync();

    public async Task DisposeAsync() => await azure.DisposeAsync();

    [Fact]
    public void Secrets_are_read_from_the_vault_as_the_machine_itself()
    {
        azure.Secrets["qgp-key"] = Key + "\n";
        azure.Secrets["qgp-database"] = "postgresql://u:p@db.example.com/name";

        var settings = Load(WithKeyInVault().Without("DATABASE_URL").With("DATABASE_URL_VAULT", "qgp-database")).Settings.ShouldNotBeNull();

        settings.SecretKey.ShouldBe(Key);
        settings.Database.Name.ShouldBe("name");
        settings.Secrets.ShouldContain(Key);
        azure.Asked.ShouldContain("identity ");
    }

    [Fact]
    public void The_identity_that_was_named_is_the_one_that_asks()
    {
        azure.Secrets["qgp-key"] = Key;

        Load(WithKeyInVault().With("KEY_VAULT_CLIENT_ID", "11111111-2222-3333-4444-555555555555")).Problems.ShouldBeEmpty();

        azure.Asked.ShouldContain("identity 11111111-2222-3333-4444-555555555555");
    }

    [Fact]
    public void The_rules_hold_for_what_the_vault_holds()
    {
        azure.Secrets["qgp-key"] = "changeme";

        Refused(WithKeyInVault()).ShouldStartWith("SECRET_KEY is a known placeholder");
    }

    [Fact]
    public void A_secret_that_is_not_there_is_named_by_its_variable_and_never_by_its_value() =>
        Refused(WithKeyInVault("hunter2hunter2")).ShouldBe("SECRET_KEY_VAULT names a secret that the vault does not hold. Write it there, or correct the name.");

    [Fact]
    public void An_empty_secret_is_an_error()
    {
        azure.Secrets["qgp-key"] = " \n";

        Refused(WithKeyInVault()).ShouldStartWith("SECRET_KEY_VAULT names a secret that is empty");
    }

    [Fact]
    public void A_vault_that_refuses_says_so_once_and_names_the_role()
    {
        azure.Refuses = true;

        Refused(WithEverythingInVault()).ShouldStartWith("KEY_VAULT_URI names a vault that refuses the identity of this machine. Give it the role \"Key Vault Secrets User\"");
        azure.Asked.Count(asked => asked.StartsWith("qgp", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void A_machine_without_an_identity_is_told_to_have_one()
    {
        azure.HasIdentity = false;

        Refused(WithEverythingInVault()).ShouldStartWith("KEY_VAULT_URI is set, and this machine has no managed identity");
    }

    [Fact]
    public void A_vault_that_never_answers_is_given_up_at_the_deadline()
    {
        azure.Hangs = true;

        Refused(WithEverythingInVault(), TimeSpan.FromMilliseconds(200)).ShouldStartWith("KEY_VAULT_URI is given, and the vault, or the identity service of this machine that it is asked with, did not answer within");
    }

    [Fact]
    public void Other_problems_are_told_beside_those_of_the_vault()
    {
        azure.Refuses = true;

        Load(WithKeyInVault().With("PORT", "none")).Problems.Select(problem => problem.Split(' ')[0]).ShouldBe(["KEY_VAULT_URI", "PORT"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_vault_that_cannot_be_reached_ends_the_program_with_one_line()
    {
        var port = FreePort.Take();

        var finished = await ServiceProgram.RunAsync(["check-config"], WithEverythingInVault().With("KEY_VAULT_URI", $"https://127.0.0.1:{port}"));

        finished.ExitCode.ShouldBe(78);
        finished.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith("KEY_VAULT_URI names a vault that cannot be reached");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("qgp-key")]
    public void The_library_of_azure_is_loaded_only_where_a_secret_is_in_a_vault(string? secret)
    {
        var context = new LoadRecorder(typeof(SettingsLoader).Assembly.Location);
        var values = (secret is null ? Environments.Production() : WithKeyInVault(secret)).ToDictionary(one => one.Key, string? (one) => one.Value);
        values["KEY_VAULT_URI"] = $"https://127.0.0.1:{FreePort.Take()}";
        var loader = context.Root.GetType(typeof(SettingsLoader).FullName!)!;

        loader.GetMethod(nameof(SettingsLoader.Load), BindingFlags.Public | BindingFlags.Static)!
            .Invoke(null, [new ConfigurationBuilder().AddInMemoryCollection(values).Build()]);

        context.Asked.Any(name => name.StartsWith("Azure.", StringComparison.Ordinal)).ShouldBe(secret is not null);
        context.Unload();
    }

    private static Dictionary<string, string> WithKeyInVault(string name = "qgp-key") => Environments.Production().Without("SECRET_KEY")
        .With("SECRET_KEY_VAULT", name).With("KEY_VAULT_URI", FakeAzure.Address.Uri.ToString());

    private static Dictionary<string, string> WithEverythingInVault() =>
        WithKeyInVault().Without("JWT_SECRET_KEY").With("JWT_SECRET_KEY_VAULT", "qgp-jwt-key").Without("DATABASE_URL").With("DATABASE_URL_VAULT", "qgp-database");

    private SettingsResult Load(Dictionary<string, string> environment, TimeSpan? deadline = null) => SettingsLoader.Load(
        new ConfigurationBuilder().AddInMemoryCollection(environment.ToDictionary(e => e.Key, string? (e) => e.Value)).Build(),
        address => azure.Open(address, deadline));

    private string Refused(Dictionary<string, string> environment, TimeSpan? deadline = null)
    {
        var result = Load(environment, deadline);
        result.Settings.ShouldBeNull();
        return result.Problems.ShouldHaveSingleItem();
    }
}
