namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>Where in a step its fault strikes. Without an entry: at the step's first call of a tool, and the containers that it starts.</summary>
internal static class FaultPlace
{
    private const string Job = "service create";
    private const string Stack = "stack deploy --resolve-image";
    private const string Container = " run --";

    /// <summary>Part of the command from which on nothing works, so that the fault meets what the step is there for and not its preparation.</summary>
    private static readonly Dictionary<string, string> Calls = new()
    {
        [$"{FaultPlan.Deploy}.Preflight"] = Job,
        [$"{FaultPlan.Deploy}.ProveWayBack"] = Container,
        [$"{FaultPlan.Deploy}.Migrate"] = Job,
        [$"{FaultPlan.Deploy}.Rollout"] = Stack,
        [$"{FaultPlan.RollbackApplication}.Rollout"] = Stack,
        [$"{FaultPlan.RollbackMigration}.BackUp"] = Container,
        [$"{FaultPlan.RollbackMigration}.Withdraw"] = Stack,
        [$"{FaultPlan.RollbackMigration}.TakeDown"] = Job,
        [$"{FaultPlan.RestoreDatabase}.RestoreBeside"] = Container,
        [$"{FaultPlan.RestoreDatabase}.SwapDatabases"] = Container,
        [$"{FaultPlan.RestoreDatabase}.StartApplication"] = Stack,
        [$"{FaultPlan.ResetDrill}.BackUpAndMark"] = Container,
    };

    /// <summary>Steps that start no container of their own, and watch those that are there: the newest of them is killed.</summary>
    private static readonly HashSet<string> Watching =
    [
        $"{FaultPlan.Deploy}.Drain", $"{FaultPlan.Deploy}.Verify",
        $"{FaultPlan.RollbackApplication}.Drain", $"{FaultPlan.RollbackApplication}.Verify",
        $"{FaultPlan.RollbackMigration}.Drain", $"{FaultPlan.RollbackMigration}.Verify",
        $"{FaultPlan.Rehearsal}.VerifyHealth", $"{FaultPlan.Rehearsal}.VerifyDatabase",
        $"{FaultPlan.ResetDrill}.VerifyRecovery", $"{FaultPlan.RestoreDatabase}.StopApplication",
    ];

    /// <summary>Folders of ours that a step writes into.</summary>
    private static readonly Dictionary<string, FaultDisk> Disks = new()
    {
        [$"{FaultPlan.Deploy}.Lease"] = FaultDisk.State,
        [$"{FaultPlan.Deploy}.ProveWayBack"] = FaultDisk.Backups,
        [$"{FaultPlan.Deploy}.Verify"] = FaultDisk.Record,
        [$"{FaultPlan.Deploy}.Record"] = FaultDisk.State,
        [$"{FaultPlan.RollbackApplication}.Lease"] = FaultDisk.State,
        [$"{FaultPlan.RollbackApplication}.Record"] = FaultDisk.State,
        [$"{FaultPlan.RollbackMigration}.Lease"] = FaultDisk.State,
        [$"{FaultPlan.RollbackMigration}.BackUp"] = FaultDisk.Backups,
        [$"{FaultPlan.RollbackMigration}.Record"] = FaultDisk.State,
        [$"{FaultPlan.RecoverEnvironment}.TakeOver"] = FaultDisk.State,
        [$"{FaultPlan.RestoreDatabase}.Lease"] = FaultDisk.State,
        [$"{FaultPlan.RestoreDatabase}.VerifyRestore"] = FaultDisk.Record,
        [$"{FaultPlan.Rehearsal}.VerifyHealth"] = FaultDisk.Record,
        [$"{FaultPlan.ResetDrill}.Confirm"] = FaultDisk.Record,
        [$"{FaultPlan.ResetDrill}.BackUpAndMark"] = FaultDisk.Backups,
    };

    /// <summary>All steps that something is said of.</summary>
    public static IEnumerable<string> Declared => Calls.Keys.Concat(Watching).Concat(Disks.Keys);

    public static string? CallOf(FaultCell cell) => Calls.GetValueOrDefault(Key(cell));

    public static bool KillsWhatIsThere(FaultCell cell) => Watching.Contains(Key(cell));

    /// <summary>Null: nothing but the tools of the step needs space.</summary>
    public static FaultDisk? DiskOf(FaultCell cell) => cell.Kind == FaultKind.FullDisk && Disks.TryGetValue(Key(cell), out var disk) ? disk : null;

    private static string Key(FaultCell cell) => $"{cell.Procedure}.{cell.Step}";
}
