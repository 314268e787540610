namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>The cells that cannot mean anything, and those in which a step may end well in spite of its fault. Each with its reason, and nowhere else.</summary>
internal static class FaultExemptions
{
    private const string NoTool = "The step calls no tool.";
    private const string NoContainer = "No container is at work for the step.";

    /// <summary>Steps that call no tool at all: what can happen to them is a full disk, where they write, and the end of their process.</summary>
    private static readonly HashSet<string> WithoutTools = [$"{FaultPlan.ResetDrill}.Confirm"];

    private static readonly HashSet<string> WithoutContainers =
    [
        $"{FaultPlan.Rehearsal}.CheckPrerequisites", $"{FaultPlan.Rehearsal}.CleanRehearsal", $"{FaultPlan.Rehearsal}.BuildImage",
        $"{FaultPlan.ResetDrill}.DestroyData", $"{FaultPlan.ResetDrill}.RemoveImages", $"{FaultPlan.ResetDrill}.Rebuild",
        $"{FaultPlan.Deploy}.Lease", $"{FaultPlan.Deploy}.Record",
        $"{FaultPlan.RollbackApplication}.Lease", $"{FaultPlan.RollbackApplication}.Record",
        $"{FaultPlan.RollbackMigration}.Lease", $"{FaultPlan.RollbackMigration}.Record",
        $"{FaultPlan.RestoreDatabase}.Lease", $"{FaultPlan.RecoverEnvironment}.TakeOver",
    ];

    /// <summary>Single cells that have nothing to meet on the ground of a drill.</summary>
    private static readonly Dictionary<string, string> Nothing = new()
    {
        [$"{FaultPlan.RollbackMigration}.Rollout.{FaultKind.KilledContainer}"] = "The release before serves on both schemas: Withdraw has started it already, and the step starts no container.",
    };

    private const string ExitCodeCounts = "What the program prints is not read: its exit code is the answer, and the database where it can be asked.";
    private const string Replaced = "The managers put another replica of the same release in its place, and what counts is who answers then.";
    private const string WasToEnd = "What is killed was to end.";

    private static readonly Dictionary<string, string> Tolerated = new()
    {
        [$"{FaultPlan.RestoreDatabase}.SwapDatabases.{FaultKind.BadOutput}"] = ExitCodeCounts,
        [$"{FaultPlan.Deploy}.Drain.{FaultKind.KilledContainer}"] = Replaced,
        [$"{FaultPlan.RollbackApplication}.Drain.{FaultKind.KilledContainer}"] = Replaced,
        [$"{FaultPlan.RollbackMigration}.Drain.{FaultKind.KilledContainer}"] = Replaced,
        [$"{FaultPlan.RestoreDatabase}.StopApplication.{FaultKind.KilledContainer}"] = WasToEnd,
    };

    /// <summary>All cells and steps that something is said of.</summary>
    internal static IEnumerable<string> Declared => WithoutTools.Concat(WithoutContainers).Concat(Nothing.Keys).Concat(Tolerated.Keys);

    /// <summary>Null: the cell applies.</summary>
    public static string? WhyNotApplicable(FaultCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var key = $"{cell.Procedure}.{cell.Step}";
        if (cell.Kind == FaultKind.KilledBuild || FaultPlace.DiskOf(cell) is not null)
            return null;
        if (WithoutTools.Contains(key))
            return NoTool;
        if (cell.Kind == FaultKind.KilledContainer && WithoutContainers.Contains(key))
            return NoContainer;
        return Nothing.GetValueOrDefault(cell.ToString());
    }

    /// <summary>Null: the step has to fail.</summary>
    public static string? WhyTolerated(FaultCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Tolerated.GetValueOrDefault(cell.ToString());
    }
}
