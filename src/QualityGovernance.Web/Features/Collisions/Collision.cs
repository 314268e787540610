namespace QualityGovernance.Web.Features.Collisions;

/// <summary>A road-traffic collision of one of our vehicles.</summary>
public sealed class Collision : Entity, IReferenced
{
    public const int LongestTitle = 300;
    public const int LongestText = 50_000;
    public const int LongestName = 200;
    public const int LongestReference = 100;
    public const int LongestRegistration = 20;
    public const int HighestSpeedLimit = 200;

    public static Transitions<CollisionStatus> Life { get; } = new(CollisionStatus.Reported, new Dictionary<CollisionStatus, CollisionStatus[]>
    {
        [CollisionStatus.Reported] = [CollisionStatus.UnderInvestigation],
        [CollisionStatus.UnderInvestigation] = [CollisionStatus.PendingInsurance, CollisionStatus.PendingActions, CollisionStatus.Closed],
        [CollisionStatus.PendingInsurance] = [CollisionStatus.UnderInvestigation, CollisionStatus.PendingActions, CollisionStatus.Closed],
        [CollisionStatus.PendingActions] = [CollisionStatus.UnderInvestigation, CollisionStatus.PendingInsurance, CollisionStatus.Closed],
        [CollisionStatus.Closed] = [CollisionStatus.UnderInvestigation],
    });

    private string? _vehicleRegistration;

    public string ReferenceNumber { get; init; } = "";

    // RTA is what clients know root-cause analyses by.
    string IReferenced.ReferencePrefix => "RTC";

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public CollisionSeverity Severity { get; set; }

    public CollisionStatus Status { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset CollisionDate { get; set; }

    public required DateTimeOffset ReportedDate { get; init; }

    public string? Location { get; set; }

    public Weather? Weather { get; set; }

    public RoadSurface? RoadSurface { get; set; }

    /// <summary>As signed, in the unit of the country.</summary>
    public int? SpeedLimit { get; set; }

    public Fault Fault { get; set; }

    public string? VehicleRegistration
    {
        get => _vehicleRegistration;
        set
        {
            _vehicleRegistration = value;
            VehicleKey = KeyOf(value);
        }
    }

    /// <summary>What makes two spellings the same registration.</summary>
    public string? VehicleKey { get; private set; }

    public string? VehicleMakeModel { get; set; }

    public string? VehicleDamage { get; set; }

    /// <summary>A user; a driver without an account is named by <see cref="DriverName"/>.</summary>
    public int? DriverId { get; set; }

    public string? DriverName { get; set; }

    public bool? DriverInjured { get; set; }

    public string? DriverInjuries { get; set; }

    public string? DriverStatement { get; set; }

    public bool? PoliceAttended { get; set; }

    public string? PoliceForce { get; set; }

    public string? PoliceReference { get; set; }

    public string? Insurer { get; set; }

    public string? InsuranceReference { get; set; }

    public DateTimeOffset? InsurerNotifiedAt { get; set; }

    public string? InsuranceNotes { get; set; }

    public required int ReporterId { get; init; }

    public int? InvestigatorId { get; set; }

    /// <summary>Empty again when the collision is reopened.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public List<ThirdParty> ThirdParties { get; } = [];

    public static string? KeyOf(string? registration) => registration?.Replace(" ", "").ToUpperInvariant();

    /// <summary>Moves to a state that <see cref="Life"/> allows.</summary>
    public void MoveTo(CollisionStatus status, DateTimeOffset now)
    {
        if (status == Status) return;
        Status = status;
        ClosedAt = status == CollisionStatus.Closed ? now : null;
    }
}
