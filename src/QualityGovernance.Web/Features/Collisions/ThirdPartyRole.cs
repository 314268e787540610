namespace QualityGovernance.Web.Features.Collisions;

public enum ThirdPartyRole
{
    Driver,
    Passenger,
    Pedestrian,
    Cyclist,
    Motorcyclist,
    PropertyOwner,
    Witness,
    Other,
}
