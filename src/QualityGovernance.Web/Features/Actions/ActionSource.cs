namespace QualityGovernance.Web.Features.Actions;

/// <summary>Where the records of a kind stand that actions are taken about. A module that is not part of this release has no records.</summary>
/// <param name="Type">The kind.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Table">With the columns id, status and deleted_at.</param>
internal sealed record ActionSource(ActionSourceType Type, string Name, string Table)
{
    /// <summary>The status in which a record of any kind is done with: it takes no new actions.</summary>
    public const string ClosedStatus = "closed";

    public static IReadOnlyList<ActionSource> All { get; } =
    [
        new(ActionSourceType.Incident, "Incident", "incidents"),
        new(ActionSourceType.Collision, "Collision", "collisions"),
        new(ActionSourceType.Complaint, "Complaint", "complaints"),
        new(ActionSourceType.Finding, "Finding", "audit_findings"),
        new(ActionSourceType.Risk, "Risk", "risks"),
    ];

    public static ActionSource Of(ActionSourceType type) => All.Single(source => source.Type == type);
}
