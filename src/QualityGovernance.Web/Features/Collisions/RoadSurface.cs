namespace QualityGovernance.Web.Features.Collisions;

public enum RoadSurface
{
    Dry,
    Wet,
    Icy,
    Snow,
    Loose,
    Other,
    Unknown,
}
