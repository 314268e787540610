namespace QualityGovernance.Web.Features.Audits.Templates;

/// <summary>What is asked in an audit, and how the answers are judged. A draft until it is published; frozen from then on.</summary>
public sealed class AuditTemplate : Entity, IReferenced, IAuthored
{
    public const int LongestName = 200;
    public const int LongestDescription = 2_000;
    public const int LongestCategory = 100;

    public string ReferenceNumber { get; init; } = "";

    string IReferenced.ReferencePrefix => "TPL";

    public required string Name { get; set; }

    public string? Description { get; set; }

    public string? Category { get; set; }

    public AuditType AuditType { get; set; }

    public AuditFrequency? Frequency { get; set; }

    /// <summary>Counts within the family, from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The first version of the template; null for the first itself.</summary>
    public int? FamilyId { get; init; }

    public ScoringMethod ScoringMethod { get; set; }

    /// <summary>In points when points are counted, else in per cent.</summary>
    public double? PassingScore { get; set; }

    public bool AllowOffline { get; set; }

    public bool RequireGps { get; set; }

    public bool RequireSignature { get; set; }

    public bool RequireApproval { get; set; }

    public bool AutoCreateFindings { get; set; }

    /// <summary>No new audit can use a template that is not; those under way go on.</summary>
    public bool IsActive { get; set; } = true;

    public bool IsPublished { get; private set; }

    public IReadOnlyList<int>? StandardIds { get; set; }

    public int? CreatedById { get; private set; }

    public int? UpdatedById { get; private set; }

    /// <summary>There is no way back: audits rely on what they asked.</summary>
    public void Publish() => IsPublished = true;

    /// <summary>A draft with everything that this template says, apart from what tells the two apart.</summary>
    public AuditTemplate Copy(string name, int version = 1, int? familyId = null, string referenceNumber = "") => new()
    {
        ReferenceNumber = referenceNumber,
        Name = name,
        Description = Description,
        Category = Category,
        AuditType = AuditType,
        Frequency = Frequency,
        Version = version,
        FamilyId = familyId,
        ScoringMethod = ScoringMethod,
        PassingScore = PassingScore,
        AllowOffline = AllowOffline,
        RequireGps = RequireGps,
        RequireSignature = RequireSignature,
        RequireApproval = RequireApproval,
        AutoCreateFindings = AutoCreateFindings,
        StandardIds = StandardIds,
    };
}
