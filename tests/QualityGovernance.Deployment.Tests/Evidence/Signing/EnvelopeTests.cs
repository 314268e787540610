using System.Text;
using QualityGovernance.Deployment.Evidence.Signing;

namespace QualityGovernance.Deployment.Tests.Evidence.Signing;

public sealed class EnvelopeTests : IDisposable
{
    private const string Type = "http://example.com/HelloWorld";

    private readonly SigningKey key = SigningKey.New();

    public void Dispose() => key.Dispose();

    private TrustedKeys Trusted => new([TrustedKey.Read("jane", key.PublicPem, "jane.pem")]);

    [Fact]
    public void What_is_signed_is_the_encoding_of_the_specification() =>
        Encoding.UTF8.GetString(Envelope.Signed(Type, Encoding.UTF8.GetBytes("hello world"))).ShouldBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");

    [Fact]
    public void A_signature_holds_for_the_key_that_made_it()
    {
        var envelope = Envelope.Parse(Envelope.Sign(Type, [1, 2, 3], key).ToString(), "it");

        envelope.SignedBy(Trusted).ShouldHaveSingleItem().Name.ShouldBe("jane");
    }

    [Fact]
    public void Another_payload_another_type_and_another_key_do_not_have_it()
    {
        var envelope = Envelope.Sign(Type, [1, 2, 3], key);
        using var other = SigningKey.New();

        (envelope with { Payload = [1, 2, 4] }).SignedBy(Trusted).ShouldBeEmpty();
        (envelope with { PayloadType = Type + "s" }).SignedBy(Trusted).ShouldBeEmpty();
        (envelope with { Signatures = [new EnvelopeSignature(key.KeyId, other.Sign(Envelope.Signed(Type, [1, 2, 3])))] }).SignedBy(Trusted).ShouldBeEmpty();
        envelope.SignedBy(new TrustedKeys([TrustedKey.Read("other", other.PublicPem, "other.pem")])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\"sig\"", "\"Sig\"")]
    [InlineData("{", "\uFEFF{")]
    [InlineData("\"payloadType\"", "\"more\": 1, \"payloadType\"")]
    public void Another_spelling_of_the_same_is_refused(string part, string into)
    {
        var text = Envelope.Sign(Type, [1, 2, 3], key).ToString();

        Should.Throw<DeploymentException>(() => Envelope.Parse(text.Replace(part, into, StringComparison.Ordinal), "pack.dsse.json")).Message.ShouldStartWith("pack.dsse.json is not an envelope");
    }

    [Fact]
    public void A_key_that_is_none_is_refused_without_being_quoted()
    {
        var failure = Should.Throw<DeploymentException>(() => SigningKey.Read("-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----", "QGP_SIGNING_KEY"));

        failure.Message.ShouldStartWith("QGP_SIGNING_KEY is not a private key");
        failure.ToString().ShouldNotContain("hunter2");
        Should.Throw<DeploymentException>(() => SigningKey.Read(key.PublicPem, "a public key"));
    }
}
