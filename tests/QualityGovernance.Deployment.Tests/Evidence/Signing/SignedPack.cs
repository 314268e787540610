using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;
using QualityGovernance.Deployment.Tests.Runs;

namespace QualityGovernance.Deployment.Tests.Evidence.Signing;

/// <summary>A pack of a recorded run, signed by its maker, in a folder that a test may damage.</summary>
internal sealed class SignedPack : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SignedPack(Outcome last = Outcome.Passed, bool isSigned = true, string image = "sha256:0000")
    {
        using var recorded = new RecordedRun();
        recorded.Start("BuildImage", "VerifyHealth");
        recorded.Ledger.Append(new Receipt { Kind = ReceiptKind.Step, Name = "BuildImage", Index = 1, Of = 2, Outcome = Outcome.Passed, Started = recorded.Time.GetUtcNow(), Ended = recorded.Time.GetUtcNow(), Inputs = new() { ["image-id"] = image } });
        recorded.Step("VerifyHealth", last, 2, 2);
        recorded.Finish();
        Pack = Pack.Of(RunVerifier.Read(recorded.Run), []);
        Folder = new PackFolder(folder.Path).Write(Pack);
        Trusted = new TrustedKeys([TrustedKey.Read("maker", Maker.PublicPem, "maker.pem")]);
        if (isSigned)
            PackSeal.Write(Folder, Pack, Maker);
    }

    public SigningKey Maker { get; } = SigningKey.New();

    public Pack Pack { get; }

    public string Folder { get; }

    public TrustedKeys Trusted { get; }

    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public string At(string name) => Path.Combine(Folder, name);

    public PackVerification Verify() => PackVerifier.Verify(Folder, Trusted);

    public void Dispose()
    {
        Maker.Dispose();
        folder.Dispose();
    }
}
