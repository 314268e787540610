using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Stacks;

namespace QualityGovernance.Deployment.Tests.Stacks;

public sealed class StackSecretsTests : IDisposable
{
    private static readonly StackSecrets Valid = new("qgp", "qgp", "sentinel7731database", "sentinel-7731-secret", "sentinel-7731-jwt");

    private readonly TemporaryFolder folder = new();
    private readonly SecretMask mask = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("p@ss")]
    [InlineData("a b")]
    [InlineData("")]
    public void A_password_that_would_break_the_address_is_refused_without_being_shown(string password)
    {
        var refusal = Should.Throw<DeploymentException>(() => (Valid with { DatabasePassword = password }).Files());

        refusal.Message.ShouldBe("The database's password becomes part of the database's address; it has to consist of letters, digits, _ and -.");
    }

    [Fact]
    public void What_was_written_is_read_back_and_known_to_the_mask()
    {
        Write(Valid.Files());

        Read().ShouldBe(Valid);
        mask.Apply("sentinel7731database sentinel-7731-secret sentinel-7731-jwt").ShouldBe("*** *** ***");
        Valid.ToString().ShouldNotContain("sentinel");
    }

    [Theory]
    [InlineData("secret_key", null, "There is no secret file")]
    [InlineData("jwt_secret_key", "\n", "is empty. Write the value into it.")]
    [InlineData("database_url", "postgresql://qgp:another7731@postgres:5432/qgp", "is not the address of the stack's own database")]
    [InlineData("database_url", "postgresql://qgp:sentinel7731database@elsewhere:5432/qgp", "is not the address of the stack's own database")]
    public void A_folder_that_would_not_start_the_stack_is_refused_without_a_value(string file, string? content, string reason)
    {
        Write(Valid.Files());
        if (content is null)
            File.Delete(Path.Combine(folder.Path, file));
        else
            File.WriteAllText(Path.Combine(folder.Path, file), content);

        var refusal = Should.Throw<DeploymentException>(() => Read());

        refusal.Message.ShouldContain(file);
        refusal.Message.ShouldContain(reason);
        refusal.Message.ShouldNotContain("7731");
    }

    [Fact]
    public void The_folder_of_the_example_is_whole() =>
        StackSecrets.Read(Path.Combine(Checkout.Root, ".nuke", "sandbox-secrets"), "qgp", "qgp", mask).DatabasePassword.ShouldBe("sandboxonlypassword");

    private StackSecrets Read() => StackSecrets.Read(folder.Path, "qgp", "qgp", mask);

    private void Write(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (name, value) in files)
            File.WriteAllText(Path.Combine(folder.Path, name), value + "\n");
    }
}
