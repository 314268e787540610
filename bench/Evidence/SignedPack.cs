using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Evidence.Signing;
using QualityGovernance.Deployment.Runs;

namespace Bench.Evidence;

/// <summary>A pack of a run that was never executed, with logs of the asked size, signed with a key of its own. Gone with the benchmark.</summary>
internal sealed class SignedPack : IDisposable
{
    private const int Steps = 12;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bench-evidence");
    private readonly SigningKey _key = SigningKey.New();

    public SignedPack(int kilobytes)
    {
        var run = Run.Create(Path.Combine(_folder.FullName, "runs"), TimeProvider.System);
        var names = Enumerable.Range(1, Steps).Select(number => $"Step{number}").ToList();
        using (var ledger = new Ledger(run, text => text))
        {
            ledger.Append(Receipt(ReceiptKind.RunStarted, "Benchmark") with { Observations = new() { ["steps"] = string.Join(' ', names) } });
            foreach (var name in names)
            {
                using var log = new StepLog(run, $"{name}.log", TimeProvider.System, text => text);
                foreach (var line in Enumerable.Range(0, kilobytes * 1000 / Steps / 100))
                    log.Line($"{line:000000} A line as a container engine writes them while it does what it was asked for.");
                ledger.Append(Receipt(ReceiptKind.Step, name) with { Outcome = Outcome.Passed, Log = log.Close() });
            }

            ledger.Seal(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        }

        var pack = Pack.Of(RunVerifier.Read(run), []);
        Folder = new PackFolder(Path.Combine(_folder.FullName, "evidence")).Write(pack);
        PackSeal.Write(Folder, pack, _key);
        Trusted = new TrustedKeys([TrustedKey.Read("benchmark", _key.PublicPem, "benchmark.pem")]);
    }

    public string Folder { get; }

    public TrustedKeys Trusted { get; }

    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)];

    public void Dispose()
    {
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Receipt Receipt(ReceiptKind kind, string name) => new() { Kind = kind, Name = name, Started = DateTimeOffset.UnixEpoch, Ended = DateTimeOffset.UnixEpoch };
}
