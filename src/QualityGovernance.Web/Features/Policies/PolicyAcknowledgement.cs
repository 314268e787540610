namespace QualityGovernance.Web.Features.Policies;

/// <summary>A person has taken note of a version, once.</summary>
public sealed class PolicyAcknowledgement
{
    public required int PolicyId { get; init; }

    /// <summary>The number of the version.</summary>
    public required int Version { get; init; }

    public required int UserId { get; init; }

    public required DateTimeOffset AcknowledgedAt { get; init; }
}
