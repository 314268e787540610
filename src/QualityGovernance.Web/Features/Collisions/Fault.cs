namespace QualityGovernance.Web.Features.Collisions;

/// <summary>Whose fault it was, as far as it is known.</summary>
public enum Fault
{
    Undetermined,
    OurDriver,
    ThirdParty,
    Shared,
    Neither,
}
