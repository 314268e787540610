using Nuke.Common.Utilities;

namespace Nuke.Common.Execution;

/// <summary>Answers <c>--plan</c>: as text, or as a page whose path is printed. Nothing runs.</summary>
internal static class PlanOutput
{
    public static int Write(IReadOnlyList<ExecutableTarget> plan, IReadOnlyList<ExecutableTarget> skipped, string format)
    {
        if (skipped != null)
            SkipRules.SkipByName(plan, skipped.Select(x => x.Name).ToList());
        if (format.EqualsOrdinalIgnoreCase("html"))
            WritePage(plan);
        else
            WriteText(plan);
        return 0;
    }

    private static void WriteText(IReadOnlyList<ExecutableTarget> plan)
    {
        BuildConsole.Line($"{plan.Count} {(plan.Count == 1 ? "target" : "targets")}, in this order:");
        BuildConsole.Line();
        var numberWidth = plan.Count.ToString().Length;
        var nameWidth = plan.Max(x => x.Name.Length);
        foreach (var (index, target) in plan.Index())
        {
            var remarks = PlanRemarks.Of(target, plan).JoinCommaSpace();
            var name = BuildConsole.Colour(Tone.Information, target.Name) + new string(' ', nameWidth - target.Name.Length);
            BuildConsole.Line($"  {(index + 1).ToString().PadLeft(numberWidth)}. {name}   {BuildConsole.Colour(Tone.Dim, remarks)}".TrimEnd());
        }
    }

    private static void WritePage(IReadOnlyList<ExecutableTarget> plan)
    {
        var file = BuildPaths.Temporary / "execution-plan.html";
        File.WriteAllText(file, PlanPage.Write(plan));
        BuildConsole.Line($"The plan is written to {file}");
    }
}
