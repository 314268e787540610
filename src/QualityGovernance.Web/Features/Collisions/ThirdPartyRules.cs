namespace QualityGovernance.Web.Features.Collisions;

/// <summary>How a new third party and a correction are taken over.</summary>
internal static class ThirdPartyRules
{
    public static void Apply(this ThirdPartyUpdate request, ThirdParty party)
    {
        party.Role = request.Role.Or(party.Role)!.Value;
        party.Name = request.Name.Or(party.Name)!;
        party.Phone = request.Phone.Or(party.Phone);
        party.Email = request.Email.Or(party.Email);
        party.VehicleRegistration = request.VehicleRegistration.Or(party.VehicleRegistration);
        party.VehicleMakeModel = request.VehicleMakeModel.Or(party.VehicleMakeModel);
        party.Insurer = request.Insurer.Or(party.Insurer);
        party.InsuranceReference = request.InsuranceReference.Or(party.InsuranceReference);
        party.Injured = request.Injured.Or(party.Injured);
        party.Injuries = request.Injuries.Or(party.Injuries);
        party.Damage = request.Damage.Or(party.Damage);
        party.Statement = request.Statement.Or(party.Statement);
    }
}
