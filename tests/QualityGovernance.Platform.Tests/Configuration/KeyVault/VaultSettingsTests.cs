using QualityGovernance.Platform.Tests.Support;

namespace QualityGovernance.Platform.Tests.Configuration.KeyVault;

/// <summary>What is refused before any vault is asked.</summary>
public sealed class VaultSettingsTests
{
    private const string Vault = "https://qgp.vault.azure.net";

    [Theory]
    [InlineData("SECRET_KEY")]
    [InlineData("JWT_SECRET_KEY")]
    [InlineData("DATABASE_URL")]
    public void Both_the_variable_and_a_secret_of_the_vault_are_an_error(string name) =>
        Environments.Production().With(name + "_VAULT", "qgp").With("KEY_VAULT_URI", Vault).Refused().ShouldBe($"{name} and {name}_VAULT are both given. Keep one of the two.");

    [Fact]
    public void All_three_are_an_error_too() =>
        Environments.Production().With("SECRET_KEY_VAULT", "qgp").With("SECRET_KEY_FILE", "/run/secrets/key").With("KEY_VAULT_URI", Vault).Refused()
            .ShouldBe("SECRET_KEY, SECRET_KEY_FILE, SECRET_KEY_VAULT are all given. Keep one of them.");

    [Fact]
    public void A_file_and_a_secret_of_the_vault_are_an_error() =>
        Environments.Production().Without("SECRET_KEY").With("SECRET_KEY_VAULT", "qgp").With("SECRET_KEY_FILE", "/run/secrets/key").With("KEY_VAULT_URI", Vault).Refused()
            .ShouldStartWith("SECRET_KEY_FILE and SECRET_KEY_VAULT are both given.");

    [Fact]
    public void A_secret_of_no_vault_is_an_error() =>
        Environments.Production().Without("SECRET_KEY").With("SECRET_KEY_VAULT", "qgp").Refused().ShouldStartWith("SECRET_KEY_VAULT is given without KEY_VAULT_URI.");

    [Theory]
    [InlineData("http://qgp.vault.azure.net")]
    [InlineData("https://qgp.vault.azure.net/secrets/one")]
    [InlineData("https://user:hunter2@qgp.vault.azure.net")]
    [InlineData("qgp")]
    public void An_address_that_is_no_vault_is_one_problem_and_not_repeated(string address)
    {
        var problem = Environments.Production().Without("SECRET_KEY").With("SECRET_KEY_VAULT", "qgp").With("KEY_VAULT_URI", address).Refused();

        problem.ShouldStartWith("KEY_VAULT_URI is not the address of a vault");
        problem.ShouldNotContain(address);
    }

    [Fact]
    public void A_value_in_place_of_a_name_is_not_repeated()
    {
        var problem = Environments.Production().Without("SECRET_KEY").With("SECRET_KEY_VAULT", "a secret, by mistake").With("KEY_VAULT_URI", Vault).Refused();

        problem.ShouldStartWith("SECRET_KEY_VAULT does not hold the name of a secret");
        problem.ShouldNotContain("mistake");
    }

    [Fact]
    public void An_identity_that_is_none_is_refused() =>
        Environments.Production().With("KEY_VAULT_CLIENT_ID", "me").Refused().ShouldStartWith("KEY_VAULT_CLIENT_ID is not the client id");

    [Fact]
    public void A_vault_of_which_nothing_is_wanted_is_not_asked() =>
        Environments.Production().With("KEY_VAULT_URI", Vault).Accepted().Port.ShouldBe(8000);
}
