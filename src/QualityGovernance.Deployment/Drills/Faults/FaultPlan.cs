using QualityGovernance.Deployment.Rehearsal;
using QualityGovernance.Deployment.Releases.Deploying;
using QualityGovernance.Deployment.Releases.Recovery;

namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>All faults in all steps, computed from what the procedures themselves announce: a new step is in the matrix by itself.</summary>
public static class FaultPlan
{
    public const string Rehearsal = "Rehearsal";
    public const string ResetDrill = "ResetDrill";
    public const string Deploy = "Deploy";
    public const string RollbackApplication = "RollbackApplication";
    public const string RollbackMigration = RollbackMigrationProcedure.Name;
    public const string RestoreDatabase = "RestoreDatabase";
    public const string RecoverEnvironment = "RecoverEnvironment";

    /// <summary>Steps by procedure, in their order.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Procedures { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [Rehearsal] = RehearsalPlan.Names,
        [ResetDrill] = Drills.ResetDrill.Steps,
        [Deploy] = DeployProcedure.Names,
        [RollbackApplication] = RollbackProcedure.Names,
        [RollbackMigration] = RollbackMigrationProcedure.Names,
        [RestoreDatabase] = RestoreProcedure.Names,
        [RecoverEnvironment] = RecoverProcedure.Names,
    };

    public static IReadOnlyList<FaultCell> All { get; } =
    [
        .. from procedure in Procedures
           from step in procedure.Value
           from kind in Enum.GetValues<FaultKind>()
           select new FaultCell(procedure.Key, step, kind),
    ];

    /// <summary>The part of the matrix that somebody asked for; of what nothing is named, everything.</summary>
    /// <exception cref="DeploymentException">There is no such procedure, step or fault.</exception>
    public static IReadOnlyList<FaultCell> Select(IReadOnlyCollection<string> procedures, IReadOnlyCollection<string> steps, IReadOnlyCollection<string> faults)
    {
        ArgumentNullException.ThrowIfNull(procedures);
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(faults);
        Refuse("procedure", procedures, All.Select(cell => cell.Procedure));
        var cells = All.Where(cell => procedures.Count == 0 || procedures.Contains(cell.Procedure)).ToList();
        Refuse(procedures.Count == 0 ? "step" : $"step of {string.Join(" and ", procedures)}", steps, cells.Select(cell => cell.Step));
        Refuse("fault", faults, Enum.GetNames<FaultKind>());
        return [.. cells.Where(cell => (steps.Count == 0 || steps.Contains(cell.Step)) && (faults.Count == 0 || faults.Contains(cell.Kind.ToString())))];
    }

    /// <summary>A line for each cell, with what is known of it before it is run.</summary>
    public static IEnumerable<string> Listed(IReadOnlyList<FaultCell> cells) => cells.Select(cell =>
        $"{cell}{(FaultExemptions.WhyNotApplicable(cell) is { } reason ? $": does not apply. {reason}" : FaultExemptions.WhyTolerated(cell) is { } why ? $": may end well. {why}" : "")}");

    private static void Refuse(string what, IReadOnlyCollection<string> values, IEnumerable<string> known)
    {
        if (values.Except(known).FirstOrDefault() is { } value)
            throw new DeploymentException($"There is no {what} \"{value}\". There are {string.Join(", ", known.Distinct())}.", "./build.sh FaultMatrix --list");
    }
}
