using QualityGovernance.Platform.Data;

namespace QualityGovernance.Web.Features.Policies;

/// <summary>A controlled document.</summary>
public sealed class Policy : Entity, IReferenced, IAuthored
{
    public const int LongestTitle = 300;
    public const int LongestDescription = 50_000;

    public static Transitions<DocumentStatus> Life { get; } = new(DocumentStatus.Draft, new Dictionary<DocumentStatus, DocumentStatus[]>
    {
        [DocumentStatus.Draft] = [DocumentStatus.UnderReview],
        [DocumentStatus.UnderReview] = [DocumentStatus.Draft, DocumentStatus.Approved],
        [DocumentStatus.Approved] = [DocumentStatus.UnderReview, DocumentStatus.Published],
        [DocumentStatus.Published] = [DocumentStatus.Superseded, DocumentStatus.Retired],
        [DocumentStatus.Superseded] = [DocumentStatus.Retired],
    });

    public string ReferenceNumber { get; init; } = "";

    string IReferenced.ReferencePrefix => "POL";

    public required string Title { get; set; }

    public string? Description { get; set; }

    public DocumentType DocumentType { get; set; }

    public DocumentStatus Status { get; set; }

    public int? CreatedById { get; private set; }

    public int? UpdatedById { get; private set; }
}
