using System.Globalization;
using QualityGovernance.Deployment.Evidence.Packs;
using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Comparison;

/// <summary>Two runs side by side: a function of their receipts.</summary>
public sealed class RunComparison
{
    /// <summary>A step that takes more than this many times as long got slower; less is what the same machine gives twice in a row.</summary>
    public const double SlowerBy = 1.25;

    /// <summary>Shorter differences are noise of the machine.</summary>
    private static readonly TimeSpan Noise = TimeSpan.FromSeconds(1);

    private RunComparison(Pack a, Pack b)
    {
        (A, B) = (a, b);
        Parts =
        [
            new ComparedPart("Run", [.. About()]),
            new ComparedPart("Steps", [.. Steps()]),
            new ComparedPart("Timings", [.. Timings()]),
            ComparedLists.Layers(a.Image, b.Image),
            new ComparedPart("Schema", [.. a.Schema.Zip(b.Schema, (x, y) => Schema(x.Name, Text(x.Fact), Text(y.Fact)))]),
            new ComparedPart("Scans", [.. a.AllSections.Zip(b.AllSections).Where(pair => pair.First.Title != PackSection.BillOfMaterials).Select(pair => Scan(pair.First, pair.Second))]),
            ComparedBills.Of(Section(a), Section(b)),
            ComparedLists.Settings(a.Configuration, b.Configuration),
            ComparedLists.Files(a.Checksums, b.Checksums),
        ];
        Worse = [.. Parts.SelectMany(part => part.Differences).Where(difference => difference.IsWorse)];
        Other = [.. Parts.SelectMany(part => part.Differences).Where(difference => !difference.IsWorse)];
    }

    public Pack A { get; }

    public Pack B { get; }

    public IReadOnlyList<ComparedPart> Parts { get; }

    /// <summary>What got worse from A to B, the steps first.</summary>
    public IReadOnlyList<Difference> Worse { get; }

    /// <summary>What is only different.</summary>
    public IReadOnlyList<Difference> Other { get; }

    /// <param name="a">The measure.</param>
    /// <param name="b">What is held against it.</param>
    /// <param name="history">Has the bills of materials of their images.</param>
    public static RunComparison Of(RunRecord a, RunRecord b, RunHistory history) => new(Pack.In(a, history), Pack.In(b, history));

    internal static string Text(Fact<string> fact) => fact.Match(text => text, (outcome, _) => outcome.Word());

    private IEnumerable<ComparedRow> About()
    {
        yield return ComparedRow.Of("Verdict", A.RunVerdict.Word, B.RunVerdict.Word, B.RunVerdict.Judgement < A.RunVerdict.Judgement);
        yield return ComparedRow.Of("Procedure", A.Procedure, B.Procedure);
        foreach (var (x, y) in A.Summary.Concat(A.Environment).Zip(B.Summary.Concat(B.Environment)))
        {
            // An address and the free space are new in every run.
            var (a, b) = (Text(x.Fact), Text(y.Fact));
            yield return x.Name is "Address" or "Free disk" or "Build" ? new ComparedRow(x.Name, a, b, Differs: false, IsWorse: false) : ComparedRow.Of(x.Name, a, b);
        }
    }

    private IEnumerable<ComparedRow> Steps() => Names().Select(name =>
    {
        var (a, b) = (Line(A, name), Line(B, name));
        return ComparedRow.Of(name, a?.Outcome?.Word() ?? NotThere, b?.Outcome is { } outcome ? outcome.Word() + (outcome == a?.Outcome || b.Reason is null ? "" : $": {b.Reason}") : NotThere, Rank(b) < Rank(a));
    });

    private IEnumerable<ComparedRow> Timings()
    {
        foreach (var name in Names())
        {
            if (Line(A, name) is { Outcome: not Outcome.NotRun } a && Line(B, name) is { Outcome: not Outcome.NotRun } b)
                yield return Timing(name, a.Duration, b.Duration);
        }

        yield return Timing("All of it", A.Ended - A.Started, B.Ended - B.Started);
    }

    private static ComparedRow Timing(string name, TimeSpan a, TimeSpan b)
    {
        var slower = b - a > Noise && b > a * SlowerBy;
        var faster = a - b > Noise && a > b * SlowerBy;
        var ratio = a > TimeSpan.Zero && (slower || faster) ? $" ({(b / a).ToString("0.00", CultureInfo.InvariantCulture)} times)" : "";
        return new ComparedRow(name, RunReport.Seconds(a), RunReport.Seconds(b) + ratio, slower || faster, slower);
    }

    /// <summary>An earlier revision than before is a step back; a later one is what a release brings.</summary>
    private static ComparedRow Schema(string name, string a, string b) => ComparedRow.Of(name, a, b, name != "Provider" && string.CompareOrdinal(b, a) < 0);

    /// <summary>What was never scanned was no better than what the first scan finds out or cannot.</summary>
    private static ComparedRow Scan(PackSection a, PackSection b) => ComparedRow.Of(a.Title, a.Outcome.Word(), b.Outcome.Word(), a.Receipt is not null && Rank(b.Receipt) < Rank(a.Receipt));

    internal const string NotThere = "no receipt";

    private static PackSection Section(Pack pack) => pack.AllSections.Single(section => section.Title == PackSection.BillOfMaterials);

    private IEnumerable<string> Names() => A.Steps.Concat(B.Steps).Select(step => step.Receipt.Name).Distinct();

    private static Receipt? Line(Pack pack, string name) => pack.Steps.LastOrDefault(step => step.Receipt.Name == name)?.Receipt;

    /// <summary>The better, the higher. What fails is worse than what was not tried.</summary>
    internal static int Rank(Receipt? receipt) => receipt?.Outcome switch
    {
        Outcome.Passed => 3,
        Outcome.Unknown => 1,
        Outcome.Failed => 0,
        _ => 2,
    };
}
