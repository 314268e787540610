namespace QualityGovernance.Web.Features.Collisions;

public enum Weather
{
    Clear,
    Rain,
    Snow,
    Fog,
    HighWind,
    Other,
    Unknown,
}
