using QualityGovernance.Deployment.Runs;

namespace QualityGovernance.Deployment.Evidence.Comparison;

/// <summary>Compares two recorded runs: <c>./build.sh CompareRuns --run &lt;id&gt; --run &lt;id&gt;</c>.</summary>
public static class ComparedRuns
{
    /// <summary>Tells what got worse, then what is different, then everything, and writes it down.</summary>
    /// <exception cref="DeploymentException">One of them was not recorded here, or there are not two.</exception>
    public static void Show(string runsFolder, IReadOnlyList<string> runs, string evidenceFolder, IRunConsole console)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(console);
        if (runs is not [var a, var b])
            throw new DeploymentException($"Two runs are compared, and {runs.Count} {(runs.Count == 1 ? "was" : "were")} named.", "./build.sh CompareRuns --run <the measure> --run <the other>");
        var comparison = RunComparison.Of(RunVerifier.Read(Run.Find(runsFolder, a)), RunVerifier.Read(Run.Find(runsFolder, b)), new RunHistory(runsFolder));
        console.Line(comparison.Worse.Count == 0 ? RunLevel.Normal : RunLevel.Warning, ComparisonMarkdown.Summary(comparison));
        foreach (var worse in comparison.Worse)
            console.Line(RunLevel.Warning, $"  Worse: {worse.What}: {worse.A} -> {worse.B}");
        foreach (var other in comparison.Other)
            console.Line(RunLevel.Normal, $"  Different: {other.What}: {other.A} -> {other.B}");
        foreach (var part in comparison.Parts)
            Part(part, console);

        Directory.CreateDirectory(evidenceFolder);
        var path = Path.Combine(evidenceFolder, $"compare-{comparison.A.Record.Run.Id}-{comparison.B.Record.Run.Id}.md");
        File.WriteAllText(path, ComparisonMarkdown.Render(comparison));
        console.Line(RunLevel.Normal, $"  Side by side: {path}");
    }

    private static void Part(ComparedPart part, IRunConsole console)
    {
        console.Line(RunLevel.Normal, $"  {part.Title}{(part.Note.Length > 0 ? $": {part.Note}" : "")}");
        foreach (var row in part.Rows)
            console.Line(RunLevel.Normal, $"    {row.What,-28} {row.A,-32} {row.B}".TrimEnd());
    }
}
