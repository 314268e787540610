namespace QualityGovernance.Platform.Data;

/// <summary>A record with an identity of its own.</summary>
public interface IEntity
{
    int Id { get; }
}
