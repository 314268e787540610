namespace QualityGovernance.Platform.Data;

/// <summary>A record that remembers who made it and who changed it last. The data context keeps the values.</summary>
public interface IAuthored
{
    int? CreatedById { get; }

    int? UpdatedById { get; }
}
