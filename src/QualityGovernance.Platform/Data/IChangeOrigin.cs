namespace QualityGovernance.Platform.Data;

/// <summary>Who causes the changes of one unit of work. Read when changes are saved, not before: the actor may not be known yet.</summary>
public interface IChangeOrigin
{
    /// <summary>The user; null when nobody is logged in.</summary>
    int? ActorId { get; }

    string? RequestId { get; }
}
