namespace QualityGovernance.Deployment.Drills.Faults;

/// <summary>How a drill of faults is held.</summary>
/// <param name="Root">The checkout whose stack files are used.</param>
/// <param name="Folder">Of the drill itself; emptied before and after.</param>
/// <param name="RunsFolder">Where the drill is recorded. The runs with the faults are recorded in its own folder, and their logs in the drill's.</param>
/// <param name="Image">The image that all releases are made from.</param>
public sealed record FaultMatrixOptions(string Root, string Folder, string RunsFolder, string Image)
{
    /// <summary>A folder with the migrations program of a release that has one migration more. Null: it is built from the checkout.</summary>
    public string? Migrations { get; init; }

    /// <summary>An earlier run of the matrix, whose good cells are not run again. Null: all are run.</summary>
    public string? Resume { get; init; }

    /// <summary>For a step that hangs: as much as it needs to get there, on a machine that is busy.</summary>
    public TimeSpan HangDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For every other step with a fault.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);
}
