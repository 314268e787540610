using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Bench.Evidence;
using QualityGovernance.Deployment.Evidence.Signing;

const int Times = 11;
var limit = TimeSpan.FromSeconds(2);

var kilobytes = args is [var asked, ..] ? int.Parse(asked, CultureInfo.InvariantCulture) : 5_000;
using var pack = new SignedPack(kilobytes);
var (bare, verified) = (new List<TimeSpan>(), new List<TimeSpan>());
for (var i = 0; i <= Times; i++)
{
    // In turns, so that both see the same load of the machine.
    var watch = Stopwatch.StartNew();
    foreach (var file in pack.Files)
        Hash(file);
    bare.Add(watch.Elapsed);
    watch.Restart();
    if (PackVerifier.Verify(pack.Folder, pack.Trusted).ExitCode != 0)
        throw new InvalidOperationException("The pack of the benchmark does not verify, so there is nothing to measure.");
    verified.Add(watch.Elapsed);
}

// The first of each compiles.
Console.WriteLine($"{pack.Files.Count} files, {pack.Files.Sum(file => new FileInfo(file).Length) / 1e6:0.0} MB, signed; medians of {Times}");
Print("first: verified, with the code still cold", [verified[0]]);
Print("bare: SHA-256 of every file", Sorted(bare));
Print("verified: sums, signature, chain, logs", Sorted(verified));
Console.WriteLine($"{"ratio of the medians",-42} {Sorted(verified)[Times / 2] / Sorted(bare)[Times / 2],9:0.00}");
Console.WriteLine($"{"limit for the first",-42} {limit.TotalMilliseconds,9:0.0} ms   used {verified[0] / limit:P1}");
return 0;

static List<TimeSpan> Sorted(List<TimeSpan> times) => [.. times.Skip(1).Order()];

static void Print(string name, List<TimeSpan> sorted) => Console.WriteLine($"{name,-42} {sorted[sorted.Count / 2].TotalMilliseconds,9:0.0} ms {sorted[0].TotalMilliseconds,9:0.0} - {sorted[^1].TotalMilliseconds:0.0} ms");

static void Hash(string path)
{
    using var file = File.OpenRead(path);
    SHA256.HashData(file);
}
