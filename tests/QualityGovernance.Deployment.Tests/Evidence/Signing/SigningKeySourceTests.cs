using QualityGovernance.Deployment.Engine;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Tests.Engine;

namespace QualityGovernance.Deployment.Tests.Evidence.Signing;

public sealed class SigningKeySourceTests : IDisposable
{
    private readonly TemporaryFolder checkout = new();
    private readonly FakeMachine machine = new();
    private readonly SecretMask mask = new();

    public void Dispose() => checkout.Dispose();

    private SigningKeySource Source => new(checkout.Path, machine, mask);

    [Fact]
    public void A_new_key_is_for_its_owner_alone_and_its_public_half_for_everybody()
    {
        var (hidden, shown) = Source.Make("jane.doe");

        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(hidden).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        shown.ShouldEndWith(Path.Combine(".nuke", "trust", "jane.doe.pem"));
        File.ReadAllText(shown).ShouldNotContain("PRIVATE");
        using var key = SigningKey.Read(File.ReadAllText(hidden), hidden);
        TrustedKeys.Read(Path.GetDirectoryName(shown)!).Find(key.KeyId)!.Name.ShouldBe("jane.doe");
        mask.Apply(File.ReadAllText(hidden).Split('\n')[1]).ShouldBe(SecretMask.Replacement);
    }

    [Fact]
    public void No_key_is_overwritten()
    {
        var (hidden, _) = Source.Make("jane");
        var before = File.ReadAllText(hidden);

        Should.Throw<DeploymentException>(() => Source.Make("omar")).Message.ShouldContain("is there already, and no key is overwritten");
        Should.Throw<DeploymentException>(() => Source.Make("jane", Path.Combine(checkout.Path, "another.pem")));
        File.ReadAllText(hidden).ShouldBe(before);
    }

    [Theory]
    [InlineData("../jane")]
    [InlineData("jane doe")]
    [InlineData(".hidden")]
    public void A_name_that_is_no_name_of_a_file_is_refused(string name) =>
        Should.Throw<DeploymentException>(() => Source.Make(name)).Message.ShouldContain("cannot name a key");

    [Fact]
    public void A_key_comes_from_one_place()
    {
        using var key = SigningKey.New();
        Source.IsThere.ShouldBeFalse();
        Should.Throw<DeploymentException>(() => Source.Read()).NextCommand.ShouldBe("./build.sh CreateSigningKey");

        machine.Variables[SigningKeySource.Variable] = key.PrivatePem;
        Source.IsThere.ShouldBeTrue();
        using (var read = Source.Read())
            read.KeyId.ShouldBe(key.KeyId);
        mask.Apply(key.PrivatePem).ShouldNotContain(key.PrivatePem.Split('\n')[1]);

        machine.Variables[SigningKeySource.Variable + "_FILE"] = "/run/secrets/key";
        Should.Throw<DeploymentException>(() => Source.Read()).Message.ShouldContain("are both set");
    }
}
