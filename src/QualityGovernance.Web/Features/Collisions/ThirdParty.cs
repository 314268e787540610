namespace QualityGovernance.Web.Features.Collisions;

/// <summary>Somebody else in a collision: who, with what vehicle, how insured.</summary>
public sealed class ThirdParty : Entity
{
    public const int LongestPhone = 30;
    public const int LongestEmail = 255;

    public required int CollisionId { get; init; }

    public ThirdPartyRole Role { get; set; }

    public string Name { get; set; } = "";

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? VehicleRegistration { get; set; }

    public string? VehicleMakeModel { get; set; }

    public string? Insurer { get; set; }

    public string? InsuranceReference { get; set; }

    /// <summary>Null while nobody knows.</summary>
    public bool? Injured { get; set; }

    public string? Injuries { get; set; }

    public string? Damage { get; set; }

    public string? Statement { get; set; }
}
